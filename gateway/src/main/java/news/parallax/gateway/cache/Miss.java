package news.parallax.gateway.cache;

import news.parallax.gateway.cache.Flights.Flight;

/**
 * An answer that is being made for more than one, from its request to its response.
 *
 * @param place in the changes of stories, taken before anything was asked for
 */
record Miss(AnswerKey key, long place, Flight flight) {
    /** Where the exchange carries it. */
    static final String KEY = Miss.class.getName();
}

package news.parallax.gateway.search;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page of the search. */
@MessageBundle("search")
public interface SearchWords {
    @Message("Search")
    String heading();

    @Message("Words to find")
    String words();

    @Message("Search")
    String find();

    @Message("Narrow it down")
    String narrow();

    @Message("Order")
    String sort();

    @Message("Best first")
    String relevance();

    @Message("Latest first")
    String latest();

    @Message("With news")
    String since();

    @Message("at any time")
    String anyTime();

    @Message("in the last day")
    String day();

    @Message("in the last week")
    String week();

    @Message("in the last month")
    String month();

    @Message("Told by")
    String side();

    @Message("With an article that is free to read")
    String free();

    @Message("With a coverage gap")
    String gap();

    @Message(
            "All words have to be in titles and leads of a story, or be names of its outlets and subjects. \"In quotes\" means next to each other, -word not that one, wor* words that begin so, a OR b one of both.")
    String rule();

    @Message("Stories in which this stands: {words}")
    String found(String words);

    @Message("No story has all of this.")
    String nothing();

    @Message("Try fewer words, another spelling, or wider choices.")
    String nothingNext();

    @Message("Type what a story is about: somebody, a place, a topic, an outlet.")
    String how();
}

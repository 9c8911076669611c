package news.parallax.clusterer.election;

/** Who assigns, as far as this copy knows. */
sealed interface Seat {

    /** This one, with the window read back. */
    record Held(long token) implements Seat {}

    /** This one, as soon as the window is read back. */
    record TakingOver(long token) implements Seat {}

    /**
     * Another one.
     *
     * @param address where it is called, host and port
     */
    record Elsewhere(String address, long token) implements Seat {}

    /** Nobody, or it is not known. */
    record Vacant() implements Seat {}
}

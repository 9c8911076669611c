package news.parallax.gateway.access;

/**
 * Who came, and how.
 *
 * @param reader who it is
 * @param entrance how they came
 */
record Admission(ReaderView reader, Entrance entrance) {
    /** How somebody came. */
    sealed interface Entrance {
        /** Without anything. */
        record Plain() implements Entrance {}

        /**
         * With a key.
         *
         * @param personal whether it opens what belongs to the reader, beside what everybody may read
         */
        record Key(boolean personal) implements Entrance {}

        /**
         * With a session of a browser.
         *
         * @param id of the session; tells nothing of its secret
         */
        record Session(String id) implements Entrance {}
    }
}

package news.parallax.clusterer.digest.model;

/**
 * Why a sentence is not taken.
 *
 * @param kind what is wrong
 * @param found the words that are; empty if it is the whole sentence
 */
record Flaw(Kind kind, String found) {

    enum Kind {
        /** No article of that number was sent. */
        ARTICLE_UNKNOWN,
        /** Too short, too long, not ended, or points back at a sentence that is not there. */
        DOES_NOT_STAND_ALONE,
        /** Has an address, markup or a control character. */
        NOT_PLAIN,
        /** Talks to the reader or about the task. */
        INSTRUCTION,
        /** A number, with its unit, does not stand in the article. */
        NUMBER_NOT_FOUND,
        /** A month or a day of the week does not stand in the article. */
        DATE_NOT_FOUND,
        /** A name does not stand in the article; in writing without capitals, any word. */
        NAME_NOT_FOUND,
        /** Parts of two names of the article are joined to one. */
        NAME_JOINED,
        /** Words in quotation marks do not stand in the article like that. */
        QUOTE_NOT_FOUND,
        /** Fewer than half of the words stand in the article. */
        OTHER_WORDS,
        /** Says what a sentence before it said. */
        REPEATED
    }
}

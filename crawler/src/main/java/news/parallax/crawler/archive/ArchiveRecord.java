package news.parallax.crawler.archive;

import java.time.Instant;
import java.util.Optional;
import news.parallax.crawler.page.ExtractedArticle;

/**
 * One record of an archive.
 *
 * @param place where it stands, for people
 * @param behind from where to go on when this record and all before it are answered
 */
record ArchiveRecord(String place, Position behind, Content content) {

    /**
     * A place between two records.
     *
     * @param offset in bytes; of what is unpacked where a file is packed as a whole
     * @param records how many lie before it, lines in files of lines
     */
    record Position(long offset, long records) {

        static final Position START = new Position(0, 0);
    }

    /** What a record holds. */
    sealed interface Content {

        /**
         * An article.
         *
         * @param discoverTime when it was fetched; empty if the archive does not say
         */
        record Article(ExtractedArticle article, Optional<Instant> discoverTime) implements Content {}

        /**
         * What should be an article and cannot be read.
         *
         * @param why for people
         */
        record Bad(String why) implements Content {}

        /**
         * What is no article and need not be.
         *
         * @param kind counted by it
         */
        record Skipped(String kind) implements Content {}
    }
}

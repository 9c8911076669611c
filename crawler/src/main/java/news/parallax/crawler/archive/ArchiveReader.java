package news.parallax.crawler.archive;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Reads an archive's records in their order. For one thread. */
interface ArchiveReader extends Closeable {

    /**
     * Returns the next record; empty at the end. What is broken is a record with bad content, after which it goes on.
     *
     * @throws IOException if the file cannot be read
     */
    Optional<ArchiveRecord> next() throws IOException;

    /** How many of the file's bytes are read. */
    long bytesRead() throws IOException;
}

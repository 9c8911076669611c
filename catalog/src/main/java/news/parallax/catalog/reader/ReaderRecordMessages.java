package news.parallax.catalog.reader;

import java.util.stream.Stream;
import news.parallax.catalog.v1.ReaderRecord;

/**
 * What another feature knows of a reader, for whoever exports it: that feature knows readers, and not the other way round. Of
 * several the one of the highest priority comes first.
 */
public interface ReaderRecordMessages {
    /** Called in a transaction that sees the database as of one moment. Secrets are left out. */
    Stream<ReaderRecord> of(ReaderEntity reader);
}

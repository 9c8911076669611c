package news.parallax.crawler.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import news.parallax.crawler.archive.ArchiveRecord.Content;
import news.parallax.crawler.archive.ArchiveRecord.Position;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * A web archive (ISO 28500), plain or with each record gzipped for itself. Behind a record that is broken it goes on at the
 * next place where one starts.
 */
final class WarcArchive implements ArchiveReader {

    private static final byte[] GZIP_START = {0x1f, (byte) 0x8b, 8};
    private static final byte[] RECORD_START = {'W', 'A', 'R', 'C', '/', '1', '.'};
    private static final int SCAN_BYTES = 1 << 16;

    private final FileChannel file;
    private final WarcPage pages;
    private final boolean zipped;
    private WarcReader reader;
    private @Nullable WarcRecord current;
    private long start;
    private long records;

    WarcArchive(Path path, Position from, WarcPage pages) throws IOException {
        this.file = FileChannel.open(path);
        this.pages = pages;
        this.zipped = startsWith(GZIP_START, 0);
        this.records = from.records();
        this.start = from.offset();
        this.reader = readerAt(start);
        if (start < file.size()) {
            advance(start);
        }
    }

    @Override
    public Optional<ArchiveRecord> next() throws IOException {
        if (start >= file.size()) {
            return Optional.empty();
        }
        String place = "record at byte " + start;
        WarcRecord record = current;
        Content content = record == null ? new Content.Bad("no WARC record") : read(record);
        records++;
        if (record == null || content instanceof Content.Bad) {
            advanceToNextStart();
        } else {
            advance(start + 1);
        }
        return Optional.of(new ArchiveRecord(place, new Position(start, records), content));
    }

    private Content read(WarcRecord record) {
        try {
            return pages.content(record);
        } catch (IOException | RuntimeException e) { // what the web and other archivers wrote must not stop the rest
            return new Content.Bad("%s: %s".formatted(e.getClass().getSimpleName(), e.getMessage()));
        }
    }

    /** Reads the head of the next record; without success leaves none, at {@code otherwise}. */
    private void advance(long otherwise) throws IOException {
        try {
            current = reader.next().orElse(null);
            start = current == null ? file.size() : reader.position();
        } catch (IOException | RuntimeException broken) {
            current = null;
            start = otherwise;
        }
    }

    private void advanceToNextStart() throws IOException {
        for (long at = nextStart(start + 1); at < file.size(); at = nextStart(at + 1)) {
            try {
                reader = readerAt(at);
                current = reader.next().orElse(null);
                start = at;
                if (current != null) {
                    return;
                }
            } catch (IOException | RuntimeException noRecord) {
                // the bytes of a start stand there by chance
            }
        }
        current = null;
        start = file.size();
    }

    private WarcReader readerAt(long offset) throws IOException {
        file.position(offset);
        return new WarcReader(file);
    }

    /** Returns where the bytes that start a record stand next; the file's size if nowhere. */
    private long nextStart(long from) throws IOException {
        byte[] wanted = zipped ? GZIP_START : RECORD_START;
        ByteBuffer buffer = ByteBuffer.allocate(SCAN_BYTES);
        for (long at = from; at < file.size(); at += SCAN_BYTES - wanted.length) {
            buffer.clear();
            int length = file.read(buffer, at);
            for (int i = 0; i + wanted.length <= length; i++) {
                if (matches(buffer, i, wanted)) {
                    return at + i;
                }
            }
        }
        return file.size();
    }

    private boolean startsWith(byte[] wanted, long at) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(wanted.length);
        return file.read(buffer, at) == wanted.length && matches(buffer, 0, wanted);
    }

    private static boolean matches(ByteBuffer buffer, int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (buffer.get(at + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public long bytesRead() throws IOException {
        return Math.min(file.position(), file.size());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

package news.parallax.crawler.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import news.parallax.crawler.archive.ArchiveRecord.Content;
import news.parallax.crawler.archive.ArchiveRecord.Position;
import news.parallax.crawler.archive.ArchiveRow.BadRowException;

/** An archive of one JSON object a line, plain or gzipped as a whole. */
final class JsonlArchive implements ArchiveReader {

    private static final int LINE_LIMIT_BYTES = 8 * 1024 * 1024;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final FileChannel file;
    private final BoundedLines lines;
    private long line;

    JsonlArchive(Path path, Position from) throws IOException {
        file = FileChannel.open(path);
        lines = new BoundedLines(open(from.offset()), LINE_LIMIT_BYTES, from.offset());
        line = from.records();
    }

    private InputStream open(long offset) throws IOException {
        InputStream bytes = new BufferedInputStream(Channels.newInputStream(file), BUFFER_BYTES);
        bytes.mark(2);
        boolean zipped = ((bytes.read() << 8) | bytes.read()) == GZIP_MAGIC;
        bytes.reset();
        if (!zipped) {
            file.position(offset);
            return new BufferedInputStream(Channels.newInputStream(file), BUFFER_BYTES);
        }
        InputStream unpacked = new BufferedInputStream(new GZIPInputStream(bytes, BUFFER_BYTES), BUFFER_BYTES);
        unpacked.skipNBytes(offset); // there is no way into the middle of a gzipped file
        return unpacked;
    }

    @Override
    public Optional<ArchiveRecord> next() throws IOException {
        for (Optional<String> text = lines.next(); text.isPresent(); text = lines.next()) {
            line++;
            if (!text.get().isBlank()) {
                Position behind = new Position(lines.offset(), line);
                return Optional.of(new ArchiveRecord("line " + line, behind, content(text.get())));
            }
        }
        return Optional.empty();
    }

    private static Content content(String line) {
        if (line.length() > LINE_LIMIT_BYTES) {
            return new Content.Bad("longer than " + LINE_LIMIT_BYTES + " bytes");
        }
        try {
            return new Content.Article(ArchiveRow.article(line), Optional.empty());
        } catch (BadRowException e) {
            return new Content.Bad(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public long bytesRead() throws IOException {
        return file.position();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

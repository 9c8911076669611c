package news.parallax.catalog.transfer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A file to send.
 *
 * @param rateDate when its ratings were given, YYYY-MM-DD; empty if not known
 */
record LocalFile(Path path, FileFormat format, String rateDate) {
    private static final int GZIP_MAGIC_FIRST = 0x1f;
    private static final int GZIP_MAGIC_SECOND = 0x8b;

    String name() {
        return path.getFileName().toString();
    }

    /** Opens the file; a gzipped one unpacked, whatever it is called. */
    InputStream open() throws IOException {
        var bytes = new BufferedInputStream(Files.newInputStream(path));
        bytes.mark(2);
        boolean packed = bytes.read() == GZIP_MAGIC_FIRST && bytes.read() == GZIP_MAGIC_SECOND;
        bytes.reset();
        return packed ? new GZIPInputStream(bytes) : bytes;
    }
}

package news.parallax.crawler.fetch;

import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/** Counts bytes before decompression, which alone bounds a stream of empty blocks that inflates to nothing. */
final class WireLimit extends ForwardingSource {

    private final long limitBytes;
    private long bytes;

    WireLimit(Source body, long limitBytes) {
        super(body);
        this.limitBytes = limitBytes;
    }

    BufferedSource buffered() {
        return Okio.buffer((Source) this);
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        long read = super.read(sink, byteCount);
        bytes += Math.max(read, 0);
        if (bytes > limitBytes) {
            throw new Transport.TooLongException("body is", limitBytes);
        }
        return read;
    }
}

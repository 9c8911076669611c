package news.parallax.gateway.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection with at most one request under way, for a thread that has many: so little beside the system calls that the
 * gateway, not the one who asks, is what is measured. Reads answers with a length and chunked ones; a body is counted only.
 */
final class BenchConnection implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private enum Reading {
        HEAD,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        TRAILER
    }

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private Reading reading = Reading.HEAD;
    private long left;
    private int status;
    private String etag = "";
    private long dueNanos;
    private int requestIndex;

    BenchConnection(InetSocketAddress address, Selector selector) throws IOException {
        channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Sends a request that was due at that moment. */
    void send(byte[] request, int index, long dueNanos) throws IOException {
        this.dueNanos = dueNanos;
        this.requestIndex = index;
        reading = Reading.HEAD;
        etag = "";
        buffer.clear();
        ByteBuffer bytes = ByteBuffer.wrap(request);
        while (bytes.hasRemaining()) {
            channel.write(bytes); // a request is smaller than the socket's buffer, which is empty
        }
    }

    /** Takes what has arrived; returns whether the answer is complete. */
    boolean receive() throws IOException {
        if (channel.read(buffer) < 0) {
            key.cancel();
            throw new EOFException("the gateway closed a connection");
        }
        buffer.flip();
        boolean complete = consume();
        buffer.compact();
        return complete;
    }

    int status() {
        return status;
    }

    /** The entity tag of the last answer; empty if it had none. */
    String etag() {
        return etag;
    }

    int requestIndex() {
        return requestIndex;
    }

    long dueNanos() {
        return dueNanos;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private boolean consume() throws IOException {
        while (true) {
            switch (reading) {
                case HEAD -> {
                    if (!readHead()) {
                        return false;
                    }
                }
                case BODY -> {
                    return skip();
                }
                case CHUNK_SIZE -> {
                    String line = line();
                    if (line == null) {
                        return false;
                    }
                    left = Long.parseLong(line, 16) + 2; // and its line end
                    reading = left == 2 ? Reading.TRAILER : Reading.CHUNK;
                }
                case CHUNK -> {
                    if (!skip()) {
                        return false;
                    }
                    reading = Reading.CHUNK_SIZE;
                }
                case TRAILER -> {
                    return line() != null;
                }
            }
        }
    }

    private boolean readHead() throws IOException {
        int end = headEnd();
        if (end < 0) {
            if (buffer.remaining() == BUFFER) {
                throw new IOException("an answer's head is larger than " + BUFFER + " bytes");
            }
            return false;
        }
        left = 0;
        reading = Reading.BODY;
        String statusLine = Objects.requireNonNull(line());
        status = Integer.parseInt(statusLine.substring(9, 12));
        while (buffer.position() < end) {
            header(Objects.requireNonNull(line()));
        }
        return true;
    }

    private int headEnd() {
        byte[] bytes = buffer.array();
        for (int i = buffer.position() + 3; i < buffer.limit(); i++) {
            if (bytes[i] == '\n' && bytes[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private void header(String line) {
        if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
            left = status == 304 ? 0 : Long.parseLong(line.substring(15).strip());
        } else if (line.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
            reading = Reading.CHUNK_SIZE;
        } else if (line.regionMatches(true, 0, "etag:", 0, 5)) {
            etag = line.substring(5).strip();
        }
    }

    /** Returns the next line without its end; null if it is not there yet. */
    private @Nullable String line() {
        byte[] bytes = buffer.array();
        int start = buffer.position();
        for (int i = start; i < buffer.limit(); i++) {
            if (bytes[i] == '\n') {
                buffer.position(i + 1);
                return new String(bytes, start, Math.max(0, i - 1 - start), StandardCharsets.ISO_8859_1);
            }
        }
        return null;
    }

    private boolean skip() {
        int some = (int) Math.min(left, buffer.remaining());
        buffer.position(buffer.position() + some);
        left -= some;
        return left == 0;
    }
}

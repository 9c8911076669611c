package news.parallax.crawler.hostile;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Bare sockets on which each host does as its misbehavior says. Counts what it could get rid of. */
final class HostileServer implements AutoCloseable {

    private final ServerSocket server;
    private final Map<String, Misbehavior> hosts;
    private final AtomicLong sentBytes = new AtomicLong();

    /** @param server plain, or one that speaks TLS */
    HostileServer(ServerSocket server, Map<String, Misbehavior> hosts) {
        this.server = server;
        this.hosts = hosts;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    static ServerSocket plain() throws IOException {
        return new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    long sentBytes() {
        return sentBytes.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                var out = new CountingStream(new BufferedOutputStream(socket.getOutputStream(), 64 * 1024))) {
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String request = lines.readLine();
            String host = "";
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                if (line.toLowerCase(Locale.ROOT).startsWith("host:")) {
                    host = line.substring(5).strip().replaceFirst(":\\d+$", "");
                }
            }
            if (request != null) {
                Misbehavior misbehavior = hosts.getOrDefault(host, exchange -> exchange.status("404 Not Found"));
                misbehavior.answer(new Misbehavior.Exchange(socket, host, request.split(" ")[1], out));
            }
        } catch (IOException | InterruptedException hungUp) {
            return; // as the crawler should
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private final class CountingStream extends FilterOutputStream {

        CountingStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            sentBytes.addAndGet(length);
        }
    }
}

package news.parallax.crawler.hostile;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What one host does with a request. */
@FunctionalInterface
interface Misbehavior {

    void answer(Exchange exchange) throws IOException, InterruptedException;

    /**
     * A request and the bare connection it came on.
     *
     * @param host without port
     * @param path with the query
     */
    record Exchange(Socket socket, String host, String path, OutputStream out) {

        void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.UTF_8));
        }

        void send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        void head(String... lines) throws IOException {
            send("HTTP/1.1 200 OK\r\nConnection: close\r\n" + String.join("\r\n", lines)
                    + (lines.length == 0 ? "" : "\r\n") + "\r\n");
        }

        void status(String status, String... lines) throws IOException {
            send("HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: 0\r\n" + String.join("\r\n", lines)
                    + (lines.length == 0 ? "" : "\r\n") + "\r\n");
        }

        void body(String contentType, String body) throws IOException {
            body(contentType, body.getBytes(StandardCharsets.UTF_8));
        }

        void body(String contentType, byte[] body) throws IOException {
            head("Content-Type: " + contentType, "Content-Length: " + body.length);
            send(body);
        }
    }
}

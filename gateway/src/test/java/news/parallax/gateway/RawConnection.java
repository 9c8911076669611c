package news.parallax.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A connection on which any bytes can be sent at any pace. */
final class RawConnection implements AutoCloseable {
    private static final int PACE_MILLIS = 50;
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;

    RawConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
    }

    /** Sends a text at once and returns what comes until the other side ends the connection; fails if it does not. */
    String exchange(String text) throws IOException {
        try {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (IOException refusedOnTheWay) {
            // what was answered before can still be read
        }
        return rest();
    }

    /** Sends a text, then one character after the other, until the other side ends the connection; fails if all could be sent. */
    void drip(String text, String slowly) throws IOException {
        socket.setSoTimeout(PACE_MILLIS);
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        for (char next : slowly.toCharArray()) {
            if (ended()) {
                return;
            }
            try {
                socket.getOutputStream().write(next);
            } catch (IOException e) {
                return;
            }
        }
        throw new AssertionError("the connection did not end while it was sent " + slowly.length() + " characters");
    }

    private boolean ended() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private String rest() throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        var answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the connection did not end; it answered: " + answer.toString(ISO_8859_1), e);
        } catch (IOException reset) {
            // ended too
        }
        return answer.toString(ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

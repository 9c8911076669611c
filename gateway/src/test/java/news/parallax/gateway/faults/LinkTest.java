package news.parallax.gateway.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LinkTest {
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final ServerSocket echo;
    private final Link link;
    private Socket client = new Socket();

    LinkTest() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        link = new Link(ANYWHERE, (InetSocketAddress) echo.getLocalSocketAddress());
    }

    @BeforeEach
    void answerWhatIsSaid() throws IOException {
        Thread.ofVirtual().start(this::answerAll);
        client = connected();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        link.close();
        echo.close();
    }

    @Test
    void aSoundLinkPassesBothWays() throws IOException {
        assertThat(ask(client)).isEqualTo('?');
    }

    @Test
    void aCutEndsConnectionsAndNewOnes() throws IOException {
        ask(client);

        link.cut();

        assertThatThrownBy(() -> ask(client)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ask(connected())).isInstanceOf(IOException.class);
        link.heal();
        assertThat(ask(connected())).isEqualTo('?');
    }

    @Test
    void whatIsHeldComesWhenItIsHealed() throws IOException {
        ask(client);
        link.hold();
        client.setSoTimeout(200);

        assertThatThrownBy(() -> ask(client)).isInstanceOf(SocketTimeoutException.class);

        link.heal();
        client.setSoTimeout(10_000);
        assertThat(client.getInputStream().read()).isEqualTo('?');
    }

    @Test
    void aDelayMakesTheRoundTripLonger() throws IOException {
        link.delay(Duration.ofMillis(150));
        long start = System.nanoTime();

        ask(client);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void aNarrowLinkTakesItsTime() throws IOException {
        link.narrow(10_000);
        long start = System.nanoTime();

        client.getOutputStream().write(new byte[2_000]);
        client.getInputStream().readNBytes(2_000);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket();
        socket.connect(link.address());
        return socket;
    }

    private static int ask(Socket socket) throws IOException {
        socket.getOutputStream().write('?');
        int answer = socket.getInputStream().read();
        if (answer < 0) {
            throw new IOException("ended");
        }
        return answer;
    }

    private void answerAll() {
        try {
            while (true) {
                Socket peer = echo.accept();
                Thread.ofVirtual().start(() -> {
                    try (peer) {
                        peer.getInputStream().transferTo(peer.getOutputStream());
                    } catch (IOException ended) {
                        // by the test
                    }
                });
            }
        } catch (IOException closed) {
            // the end
        }
    }
}

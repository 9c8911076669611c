package news.parallax.gateway.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A network that can be broken: passes TCP connections from one address to another, both ways, until it is told
 * otherwise. Safe for threads.
 */
final class Link implements AutoCloseable {
    private static final int CHUNK_BYTES = 16 * 1024;

    private final InetSocketAddress target;
    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private State state = State.SOUND;

    /**
     * How the network is.
     *
     * @param cut connections end at once
     * @param held nothing gets through, and nobody is told
     * @param delay of each chunk on its way to the target
     * @param bytesPerSecond of each connection and direction; 0 is without limit
     */
    private record State(boolean cut, boolean held, Duration delay, int bytesPerSecond) {
        static final State SOUND = new State(false, false, Duration.ZERO, 0);
    }

    /** Listens at once. */
    Link(InetSocketAddress address, InetSocketAddress target) {
        this.target = target;
        try {
            listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(address, 200);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + address, e);
        }
        Thread.ofVirtual().name("link-" + address).start(this::acceptAll);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    /** Ends all connections, and each new one as soon as it is there. */
    void cut() {
        become(new State(true, false, Duration.ZERO, 0));
        sockets.forEach(Link::reset);
    }

    /** Lets connections be, and nothing through; what waits goes on when it is healed. */
    void hold() {
        become(new State(false, true, Duration.ZERO, 0));
    }

    /** Makes each round trip longer by this. */
    void delay(Duration delay) {
        become(new State(false, false, delay, 0));
    }

    /** Lets so much through each second, on each connection and each way. */
    void narrow(int bytesPerSecond) {
        become(new State(false, false, Duration.ZERO, bytesPerSecond));
    }

    void heal() {
        become(State.SOUND);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }

    private synchronized void become(State next) {
        state = next;
        notifyAll();
    }

    private synchronized State state() {
        return state;
    }

    private synchronized State awaitPassage() throws InterruptedException {
        while (state.held) {
            wait();
        }
        return state;
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket client = listener.accept();
                sockets.add(client);
                Thread.ofVirtual().start(() -> join(client));
            }
        } catch (IOException closed) {
            // the end
        }
    }

    private void join(Socket client) {
        Socket server = new Socket();
        sockets.add(server);
        try {
            if (awaitPassage().cut) {
                throw new IOException("cut");
            }
            server.connect(target, 10_000);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        } catch (IOException refused) {
            end(client, server);
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(client, server);
            return;
        }
        Thread.ofVirtual().start(() -> pass(client, server, true));
        Thread.ofVirtual().start(() -> pass(server, client, false));
    }

    /** Passes on until one side ends; then both do. */
    private void pass(Socket from, Socket to, boolean towardsTarget) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int count = in.read(chunk); count > 0; count = in.read(chunk)) {
                State now = awaitPassage();
                if (towardsTarget) {
                    Thread.sleep(now.delay);
                }
                if (now.bytesPerSecond > 0) {
                    Thread.sleep(Duration.ofNanos(count * 1_000_000_000L / now.bytesPerSecond));
                }
                awaitPassage();
                out.write(chunk, 0, count);
            }
        } catch (IOException ended) {
            // as connections do
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(from, to);
        }
    }

    private void end(Socket... both) {
        for (Socket socket : both) {
            sockets.remove(socket);
            if (state().cut) {
                reset(socket);
            } else {
                quietly(socket);
            }
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException ended) {
            // already closed
        }
        quietly(socket);
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

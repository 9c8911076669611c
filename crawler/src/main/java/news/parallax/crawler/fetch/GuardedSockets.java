package news.parallax.crawler.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Optional;
import javax.net.SocketFactory;

/** Makes sockets that ask the guard at the moment they connect. TLS is layered above them, so https is guarded too. */
final class GuardedSockets extends SocketFactory {

    private final AddressGuard guard;
    private final Network network;
    private final Optional<ProxyAddress> proxy;

    /** @param proxy which the operator named, and which may therefore be connected to wherever it is */
    GuardedSockets(AddressGuard guard, Network network, Optional<ProxyAddress> proxy) {
        this.guard = guard;
        this.network = network;
        this.proxy = proxy;
    }

    @Override
    public Socket createSocket() {
        return new GuardedSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("local addresses are not chosen here");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("local addresses are not chosen here");
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address);
        return socket;
    }

    private final class GuardedSocket extends Socket {

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
            if (!(endpoint instanceof InetSocketAddress address)) {
                throw new AddressRefusedException("not an internet address: " + endpoint);
            }
            if (proxy.filter(its -> its.isAt(address)).isEmpty()) {
                guard.check(address);
            }
            super.connect(network.route(address), timeoutMillis);
        }
    }
}

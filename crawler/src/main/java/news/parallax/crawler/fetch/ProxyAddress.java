package news.parallax.crawler.fetch;

import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.HttpUrl;

/**
 * An HTTP proxy.
 *
 * @param host its name or address
 * @param port 1 to 65535
 */
record ProxyAddress(String host, int port) {

    /** Reads {@code host:port}, also with {@code http://} before it. */
    static ProxyAddress of(String text) {
        HttpUrl url = HttpUrl.parse(text.contains("://") ? text : "http://" + text);
        if (url == null) {
            throw new IllegalArgumentException("parallax.crawler.proxy is no host:port: " + text);
        }
        return new ProxyAddress(url.host(), url.port());
    }

    boolean isAt(InetSocketAddress address) {
        return address.getPort() == port
                && (address.getHostString().equals(host)
                        || address.getAddress() != null
                                && address.getAddress().getHostAddress().equals(host));
    }

    Proxy proxy() {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }
}

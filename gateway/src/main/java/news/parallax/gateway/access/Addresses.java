package news.parallax.gateway.access;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** Where requests come from. */
public final class Addresses {
    private static final int NETWORK_BYTES = 8;

    private Addresses() {}

    /** Returns the address of the client; of a proxy's client if the gateway is set to trust the proxy. Empty if not known. */
    public static String of(HttpServerRequest request) {
        return request.remoteAddress() == null
                ? ""
                : Optional.ofNullable(request.remoteAddress().hostAddress()).orElse("");
    }

    /** Returns what stands for a household: an IPv6 network of 64 bits is one, an IPv4 address is another. */
    public static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length <= NETWORK_BYTES
                    ? address
                    : InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(bytes, NETWORK_BYTES), bytes.length))
                            .getHostAddress();
        } catch (IllegalArgumentException | UnknownHostException e) {
            return address;
        }
    }
}

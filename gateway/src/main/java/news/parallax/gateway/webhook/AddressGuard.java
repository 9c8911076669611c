package news.parallax.gateway.webhook;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Decides where messages may go, so that nobody makes the gateway talk to the machines beside it. A name is looked up here, once a
 * message, and what it is connected to is the very address that was checked: a name that means another one a moment later gains
 * nothing.
 */
final class AddressGuard {
    /**
     * Not globally reachable IPv4 (IANA special-purpose registry, RFC 6890), and 168.63.129.16, a cloud's metadata service
     * on a public address.
     */
    private static final List<Block> SPECIAL_V4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** Global unicast: outside of it lie loopback, private and link-local IPv6, NAT64 and IPv4 written as IPv6. */
    private static final Block GLOBAL_V6 = Block.of("2000::/3");
    /** Special inside global unicast: protocol assignments with Teredo, documentation, 6to4, segment routing. */
    private static final List<Block> SPECIAL_V6 = blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** Names that mean a machine nearby (RFC 6761, 6762 and 8375; ICANN 2024), whatever a resolver says. */
    private static final Set<String> LOCAL_DOMAINS =
            Set.of("localhost", "localdomain", "local", "internal", "home.arpa");

    /** Below 1024 only the web's own: what else listens there might obey a request. */
    private static final int FREE_PORTS_FROM = 1024;

    private final boolean allowPrivate;

    /** @param allowPrivate whether everything is allowed: for receivers on one's own machines, and for tests */
    AddressGuard(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    /**
     * Returns the address to connect to; {@link AddressRefused} if it, or any other of the host's, is private, local or
     * special: who names several may mean that one.
     */
    InetSocketAddress resolve(URI url) throws IOException {
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        String host = Objects.requireNonNullElse(url.getHost(), "");
        if (host.isEmpty() || !secure && !"http".equalsIgnoreCase(url.getScheme())) {
            throw new AddressRefused("This is no http or https address.");
        }
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        if (!allowPrivate) {
            checkName(host, port);
        }
        InetAddress[] found = InetAddress.getAllByName(host);
        for (InetAddress address : found) {
            if (!allowPrivate && !allows(address)) {
                throw new AddressRefused(
                        "The host is at " + address.getHostAddress() + ", which is no public address.");
            }
        }
        return new InetSocketAddress(found[0], port);
    }

    private static void checkName(String host, int port) throws AddressRefused {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        boolean literal = name.startsWith("[") || name.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
        boolean nearby = !name.contains(".") || LOCAL_DOMAINS.stream().anyMatch(domain -> name.endsWith("." + domain));
        if (!literal && nearby) {
            throw new AddressRefused("The host " + host + " is no public name.");
        }
        if (port < FREE_PORTS_FROM && port != 80 && port != 443) {
            throw new AddressRefused("The port " + port + " is not for the web.");
        }
    }

    /** Returns whether the address is reachable from the whole internet. */
    static boolean allows(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return SPECIAL_V4.stream().noneMatch(block -> block.contains(bytes));
        }
        return GLOBAL_V6.contains(bytes) && SPECIAL_V6.stream().noneMatch(block -> block.contains(bytes));
    }

    private static List<Block> blocks(String... cidrs) {
        return Arrays.stream(cidrs).map(Block::of).toList();
    }

    /** Addresses whose first {@code length} bits are those of {@code prefix}. */
    private record Block(byte[] prefix, int length) {
        static Block of(String cidr) {
            int slash = cidr.indexOf('/');
            return new Block(
                    InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress(),
                    Integer.parseInt(cidr.substring(slash + 1)));
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < length; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}

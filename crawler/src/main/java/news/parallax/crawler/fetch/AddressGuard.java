package news.parallax.crawler.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Decides which addresses may be connected to, so that a feed cannot make the crawler read the machines beside it.
 * It is asked by {@link GuardedSockets} with the address really connected to, which neither a redirect nor a name
 * that resolves differently the second time can get around.
 */
public final class AddressGuard {

    /**
     * Not globally reachable IPv4 (IANA special-purpose registry, RFC 6890), and 168.63.129.16, a cloud's metadata
     * service on a public address.
     */
    private static final List<Block> SPECIAL_V4 = networks(
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

    /** Global unicast: what lies outside is special, with it NAT64 and IPv4 written as IPv6. */
    private static final Block GLOBAL_V6 = Block.of("2000::/3");
    /** Special inside global unicast: protocol assignments with Teredo, documentation, 6to4, segment routing. */
    private static final List<Block> SPECIAL_V6 = networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** Names that mean a machine nearby (RFC 6761, 6762 and 8375; ICANN 2024), whatever a resolver says. */
    private static final Set<String> LOCAL_DOMAINS =
            Set.of("localhost", "localdomain", "local", "internal", "home.arpa");

    /** Ports where no web server listens, but something that might obey a request (Fetch Standard, §2.10). */
    private static final Set<Integer> BAD_PORTS = Set.of(
            1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
            109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
            526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
            3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080);

    private final boolean allowPrivate;

    public AddressGuard(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    /**
     * Checks what can be seen of a URL before its name is looked up.
     *
     * @throws AddressRefusedException if it carries a name or password, its port is none of the web's, or its host is
     *     nearby by its name or as an address
     */
    void check(HttpUrl url) throws AddressRefusedException {
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw new AddressRefusedException("the address carries a name or password");
        }
        if (!allowPrivate && isNearby(url.host())) {
            throw new AddressRefusedException("host " + url.host() + " is private, local or special");
        }
        if (BAD_PORTS.contains(url.port())) {
            throw new AddressRefusedException("port " + url.port() + " is not for the web");
        }
    }

    private static boolean isNearby(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (name.contains(":") || isDotted(name)) {
            return !allows(InetAddress.ofLiteral(name));
        }
        return !name.contains(".") || LOCAL_DOMAINS.stream().anyMatch(domain -> name.endsWith("." + domain));
    }

    private static boolean isDotted(String name) {
        return name.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }

    /**
     * Checks all that a name resolves to: one nearby address among them is one too many, since who names it may mean it.
     *
     * @throws AddressRefusedException if any of the addresses is private, local or special
     */
    void check(String host, List<InetAddress> addresses) throws AddressRefusedException {
        for (InetAddress address : addresses) {
            if (!allowPrivate && !allows(address)) {
                throw new AddressRefusedException(
                        "host " + host + " is at " + address.getHostAddress() + ", which is private, local or special");
            }
        }
    }

    /** Throws {@link AddressRefusedException} if the address must not be connected to. */
    void check(InetSocketAddress address) throws AddressRefusedException {
        InetAddress ip = address.getAddress();
        if (!allowPrivate && (ip == null || !allows(ip))) {
            throw new AddressRefusedException("address " + address + " is private, local or special");
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

    private static List<Block> networks(String... cidrs) {
        return Arrays.stream(cidrs).map(Block::of).toList();
    }

    /** A block of addresses: those whose first {@code length} bits are those of {@code prefix}. */
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

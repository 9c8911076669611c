package news.parallax.crawler.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

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
    private static final List<Network> SPECIAL_V4 = networks(
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

    /** Global unicast: what lies outside is special. */
    private static final Network GLOBAL_V6 = Network.of("2000::/3");
    /** Special inside global unicast: protocol assignments with Teredo, documentation, segment routing. */
    private static final List<Network> SPECIAL_V6 = networks("2001::/23", "2001:db8::/32", "3fff::/20");

    private static final Network SIX_TO_FOUR = Network.of("2002::/16");
    private static final Network NAT64 = Network.of("64:ff9b::/96");

    private final boolean allowPrivate;

    public AddressGuard(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    /** Throws {@link AddressRefusedException} if the address must not be connected to. */
    void check(InetSocketAddress address) throws AddressRefusedException {
        InetAddress ip = address.getAddress();
        if (!allowPrivate && (ip == null || !allows(ip))) {
            throw new AddressRefusedException("address " + address + " is private, local or special");
        }
    }

    /** Returns whether the address is reachable from the whole internet; addresses that carry an IPv4 count as that. */
    static boolean allows(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return SPECIAL_V4.stream().noneMatch(network -> network.contains(bytes));
        }
        if (NAT64.contains(bytes)) {
            return allows(embedded(bytes, 12));
        }
        if (SIX_TO_FOUR.contains(bytes)) {
            return allows(embedded(bytes, 2));
        }
        return GLOBAL_V6.contains(bytes) && SPECIAL_V6.stream().noneMatch(network -> network.contains(bytes));
    }

    private static InetAddress embedded(byte[] bytes, int offset) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, offset, offset + 4));
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<Network> networks(String... cidrs) {
        return Arrays.stream(cidrs).map(Network::of).toList();
    }

    /** A block of addresses: those whose first {@code length} bits are those of {@code prefix}. */
    private record Network(byte[] prefix, int length) {

        static Network of(String cidr) {
            int slash = cidr.indexOf('/');
            return new Network(
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

package news.parallax.gateway.deploy;

import java.math.BigInteger;
import java.net.InetAddress;

/** Addresses that begin with the same bits, as {@code 10.0.0.0/8}. */
record Range(byte[] network, int prefix) {
    static Range of(String cidr) {
        String[] parts = cidr.split("/");
        return new Range(bytes(parts[0]), Integer.parseInt(parts[1]));
    }

    boolean contains(String address) {
        byte[] bytes = bytes(address);
        int rest = network.length * Byte.SIZE - prefix;
        return bytes.length == network.length
                && new BigInteger(1, bytes).shiftRight(rest).equals(new BigInteger(1, network).shiftRight(rest));
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.ofLiteral(address).getAddress();
        } catch (IllegalArgumentException e) {
            throw new AssertionError(e);
        }
    }
}

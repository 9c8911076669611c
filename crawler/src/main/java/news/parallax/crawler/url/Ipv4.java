package news.parallax.crawler.url;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Addresses of four bytes in every notation that browsers and resolvers take: 127.1, 0x7f000001, 0177.0.0.1. */
final class Ipv4 {

    private Ipv4() {}

    /** Returns a name as it is, and what ends in a number as an address in four parts; empty if that is none. */
    static Optional<String> orName(String host) {
        List<String> parts = new ArrayList<>(List.of(host.split("\\.", -1)));
        if (parts.size() > 1 && parts.getLast().isEmpty()) {
            parts.removeLast();
        }
        String last = parts.getLast();
        boolean numeric = !last.isEmpty() && last.chars().allMatch(c -> c >= '0' && c <= '9')
                || number(last).isPresent();
        return numeric ? address(parts) : Optional.of(host);
    }

    private static Optional<String> address(List<String> parts) {
        if (parts.size() > 4) {
            return Optional.empty();
        }
        BigInteger address = BigInteger.ZERO;
        for (int i = 0; i < parts.size(); i++) {
            Optional<BigInteger> number = number(parts.get(i));
            int bits = i < parts.size() - 1 ? 8 : 8 * (5 - parts.size());
            if (number.isEmpty() || number.get().bitLength() > bits) {
                return Optional.empty();
            }
            address = address.shiftLeft(bits).or(number.get());
        }
        int all = address.intValue();
        return Optional.of((all >>> 24) + "." + (all >>> 16 & 0xFF) + "." + (all >>> 8 & 0xFF) + "." + (all & 0xFF));
    }

    private static Optional<BigInteger> number(String text) {
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        int radix = hex ? 16 : text.length() > 1 && text.startsWith("0") ? 8 : 10;
        String digits = hex ? text.substring(2) : text;
        if (text.isEmpty() || !digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0)) {
            return Optional.empty();
        }
        return Optional.of(digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits, radix));
    }
}

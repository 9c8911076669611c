package news.parallax.crawler.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of eight pieces, written as RFC 5952 asks. */
final class Ipv6 {

    private static final Pattern PIECE = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final Pattern DOTTED = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})(?:\\.(?!$)|$)){4}");
    private static final int PIECES = 8;

    private Ipv6() {}

    /** Returns the normal form; empty if the text is no such address. Zones are not part of addresses of the web. */
    static Optional<String> parse(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return pieces(text, true).filter(pieces -> pieces.size() == PIECES).map(Ipv6::written);
        }
        Optional<List<Integer>> left = pieces(text.substring(0, gap), false);
        Optional<List<Integer>> right = pieces(text.substring(gap + 2), true);
        if (left.isEmpty() || right.isEmpty() || left.get().size() + right.get().size() >= PIECES) {
            return Optional.empty();
        }
        List<Integer> all = new ArrayList<>(left.get());
        while (all.size() + right.get().size() < PIECES) {
            all.add(0);
        }
        all.addAll(right.get());
        return Optional.of(written(all));
    }

    /** @param last whether the address ends here, where four bytes may be written with dots */
    private static Optional<List<Integer>> pieces(String text, boolean last) {
        List<Integer> pieces = new ArrayList<>();
        if (text.isEmpty()) {
            return Optional.of(pieces);
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (PIECE.matcher(parts[i]).matches()) {
                pieces.add(Integer.parseInt(parts[i], 16));
            } else if (last && i == parts.length - 1 && addDotted(parts[i], pieces)) {
                continue;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(pieces);
    }

    private static boolean addDotted(String text, List<Integer> pieces) {
        if (!DOTTED.matcher(text).matches()) {
            return false;
        }
        String[] bytes = text.split("\\.", -1);
        for (int i = 0; i < 4; i += 2) {
            int high = Integer.parseInt(bytes[i]);
            int low = Integer.parseInt(bytes[i + 1]);
            if (high > 255 || low > 255) {
                return false;
            }
            pieces.add(high << 8 | low);
        }
        return true;
    }

    private static String written(List<Integer> pieces) {
        int start = 0;
        int length = 1; // a single zero is not left out
        for (int i = 0; i < PIECES; i++) {
            int end = i;
            while (end < PIECES && pieces.get(end) == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        if (length == 1) {
            return hex(pieces);
        }
        return hex(pieces.subList(0, start)) + "::" + hex(pieces.subList(start + length, PIECES));
    }

    private static String hex(List<Integer> pieces) {
        return String.join(":", pieces.stream().map(Integer::toHexString).toList());
    }
}

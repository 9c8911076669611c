package news.parallax.catalog.paging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import news.parallax.catalog.error.CatalogException.Invalid;

/** The opaque form of a place in a list: fingerprint of the list and key of the last item, one a line, in Base64. */
final class PageToken {
    private PageToken() {}

    static String fingerprint(Object... filter) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Arrays.toString(filter).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String write(String fingerprint, List<String> key) {
        String text = fingerprint + "\n" + String.join("\n", key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the key; empty for an empty token. Refused if it is no token, or one of another list. */
    static List<String> read(String token, String fingerprint, int keyLength) {
        if (token.isEmpty()) {
            return List.of();
        }
        List<String> lines = decode(token);
        if (lines.size() != keyLength + 1 || !lines.getFirst().equals(fingerprint)) {
            throw invalid(token);
        }
        return lines.subList(1, lines.size());
    }

    static Invalid invalid(String token) {
        return new Invalid(
                "PAGE_TOKEN_INVALID",
                "page_token is not one of this list with this order and filter",
                Map.of("page_token", token));
    }

    private static List<String> decode(String token) {
        try {
            return List.of(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("\n", -1));
        } catch (IllegalArgumentException e) {
            throw invalid(token);
        }
    }
}

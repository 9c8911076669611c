package news.parallax.gateway.error;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * Where a page of a list starts that the gateway cuts itself: after an id, with a checksum that ties it to its list. It guards nothing,
 * as all that it could lead to is in the list; it tells a cursor of another list, or one that was cut, from a good one.
 *
 * @param list names the list
 */
public record ListCursor(String list) {
    private static final int CHECKSUM_BYTES = 6;

    /** Returns the cursor of what follows an id. */
    public String after(String lastId) {
        byte[] id = lastId.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(checksum(lastId), CHECKSUM_BYTES + id.length);
        System.arraycopy(id, 0, bytes, CHECKSUM_BYTES, id.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Returns the id after which the page starts; empty for the first page. CURSOR_INVALID if it is of no such list. */
    public String id(String cursor) {
        if (cursor.isEmpty()) {
            return "";
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length > CHECKSUM_BYTES) {
                String id = new String(bytes, CHECKSUM_BYTES, bytes.length - CHECKSUM_BYTES, StandardCharsets.UTF_8);
                if (after(id).equals(cursor)) {
                    return id;
                }
            }
        } catch (IllegalArgumentException e) {
            // no Base64: refused below like one with a wrong checksum
        }
        throw new RequestRefused(
                ProblemCode.CURSOR_INVALID,
                "The parameter \"cursor\" does not belong to this list with this order and filter.",
                Map.of("parameter", "cursor"));
    }

    private byte[] checksum(String lastId) {
        try {
            byte[] text = (list + '\n' + lastId).getBytes(StandardCharsets.UTF_8);
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(text), CHECKSUM_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

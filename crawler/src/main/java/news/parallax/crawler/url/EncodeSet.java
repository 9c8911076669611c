package news.parallax.crawler.url;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Which characters a part of an address holds percent-encoded (URL Standard, §1.3); all but printable ASCII always. */
enum EncodeSet {
    CONTROL(""),
    FRAGMENT(" \"<>`"),
    QUERY(" \"#<>"),
    SPECIAL_QUERY(" \"#<>'"),
    PATH(" \"#<>?^`{}"),
    USER(" \"#<>?^`{}/:;=@[\\]|");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int REPLACEMENT = 0xFFFD;

    private final String encoded;

    EncodeSet(String encoded) {
        this.encoded = encoded;
    }

    /** Half of a surrogate pair is encoded as the replacement character. */
    void append(int codePoint, StringBuilder out) {
        if (codePoint > 0x1F && codePoint < 0x7F && encoded.indexOf(codePoint) < 0) {
            out.append((char) codePoint);
            return;
        }
        boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        String text = Character.toString(half ? REPLACEMENT : codePoint);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(HEX.toHexDigits(octet));
        }
    }

    String encode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> append(codePoint, out));
        return out.toString();
    }
}

package news.parallax.crawler.url;

import com.ibm.icu.text.IDNA;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads hosts: names, also in other scripts, and addresses in every notation (URL Standard, §3.5). */
final class HostParser {

    private static final String FORBIDDEN = "\0\t\n\r #/:<>?@[\\]^|";

    private static final IDNA NAMES = IDNA.getUTS46Instance(
            IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);

    /** What the URL Standard lets pass: lengths, hyphens and empty labels are for the resolver to refuse. */
    private static final Set<IDNA.Error> PASSING = EnumSet.of(
            IDNA.Error.EMPTY_LABEL,
            IDNA.Error.LABEL_TOO_LONG,
            IDNA.Error.DOMAIN_NAME_TOO_LONG,
            IDNA.Error.LEADING_HYPHEN,
            IDNA.Error.TRAILING_HYPHEN,
            IDNA.Error.HYPHEN_3_4);

    private HostParser() {}

    /**
     * Returns the normal form; empty if the text is no host.
     *
     * @param special whether the scheme is one of the web, whose hosts are names and addresses; others are not looked into
     */
    static Optional<String> parse(String text, boolean special) {
        if (text.startsWith("[")) {
            return text.endsWith("]")
                    ? Ipv6.parse(text.substring(1, text.length() - 1)).map(address -> "[" + address + "]")
                    : Optional.empty();
        }
        if (!special) {
            return text.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0)
                    ? Optional.empty()
                    : Optional.of(EncodeSet.CONTROL.encode(text));
        }
        return ascii(percentDecoded(text)).flatMap(Ipv4::orName);
    }

    private static Optional<String> ascii(String name) {
        String ascii;
        if (isPlain(name)) {
            ascii = name.toLowerCase(Locale.ROOT);
        } else {
            IDNA.Info info = new IDNA.Info();
            ascii = NAMES.nameToASCII(name, new StringBuilder(), info).toString();
            if (!PASSING.containsAll(info.getErrors())) {
                return Optional.empty();
            }
        }
        boolean valid = !ascii.isEmpty() && ascii.chars().noneMatch(HostParser::forbiddenInName);
        return valid ? Optional.of(ascii) : Optional.empty();
    }

    /** Whether there is nothing to be translated or checked. */
    private static boolean isPlain(String name) {
        return name.chars().allMatch(c -> c < 0x80)
                && !name.toLowerCase(Locale.ROOT).contains("xn--");
    }

    private static boolean forbiddenInName(int c) {
        return c <= 0x20 || c == '%' || c >= 0x7F || FORBIDDEN.indexOf(c) >= 0;
    }

    private static String percentDecoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            boolean escape =
                    bytes[i] == '%' && i + 2 < bytes.length && hex(bytes[i + 1]) >= 0 && hex(bytes[i + 2]) >= 0;
            decoded.write(escape ? hex(bytes[i + 1]) << 4 | hex(bytes[i + 2]) : bytes[i]);
            i += escape ? 2 : 0;
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static int hex(byte b) {
        return b < 0 ? -1 : Character.digit(b, 16);
    }
}

package news.parallax.crawler.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads bytes from the web as text. In this order: byte order mark; the Content-Type's charset; what the text itself says
 * (meta elements, XML declaration); likelihood. But a statement in which the bytes cannot be read is not believed, bytes
 * that are valid UTF-8 beyond ASCII are UTF-8 whatever a one-byte statement says, and of two statements the likelier wins:
 * servers add a default charset to pages of any. Safe for threads.
 */
public final class Charsets {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    private static final int DECLARATION_BYTES = 512;

    private static final Pattern XML_DECLARATION =
            Pattern.compile("^\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']\\s*([\\w.:-]+)");

    private final CharsetDetector detector = new CharsetDetector();

    /** What a document may say of itself, and where. */
    public enum Kind {
        HTML,
        XML,
        /** Says nothing of itself. */
        TEXT
    }

    /**
     * Reads a body as text.
     *
     * @param contentType as the server wrote it; empty if it did not say
     */
    public DecodedText decode(byte[] body, String contentType, Kind kind) {
        Optional<Charset> marked = byteOrderMark(body);
        Charset charset = marked.orElseGet(() -> charset(body, contentType, kind));
        int skipped = marked.map(mark -> "\uFEFF".getBytes(mark).length).orElse(0);
        return new DecodedText(new String(body, skipped, body.length - skipped, charset), charset);
    }

    /** Returns the charset that a Content-Type means; empty if it names none that is known. */
    public static Optional<Charset> meant(String contentType) {
        return EncodingNames.ofContentType(contentType);
    }

    private static Optional<Charset> byteOrderMark(byte[] body) {
        return Stream.of(UTF_8, UTF_32LE, UTF_32BE, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                .filter(charset -> startsWith(body, "\uFEFF".getBytes(charset)))
                .findFirst();
    }

    private static boolean startsWith(byte[] body, byte[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= body.length || body[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private Charset charset(byte[] body, String contentType, Kind kind) {
        List<Charset> stated = Stream.concat(
                        EncodingNames.ofContentType(contentType).stream(), declared(body, kind).stream())
                .filter(charset -> !isWide(charset) || hasZero(body))
                .distinct()
                .toList();
        Validity utf8 = Validity.of(body, UTF_8);
        boolean isUtf8 = utf8.beyondAscii() > 0 && utf8.isNearlyClean() && !hasZero(body);
        if (isUtf8 && (stated.isEmpty() || stated.contains(UTF_8))) {
            return UTF_8;
        }
        List<Charset> possible =
                stated.stream().filter(charset -> isPossible(body, charset)).toList();
        if (isUtf8) {
            return possible.stream()
                    .filter(charset -> charset.newEncoder().maxBytesPerChar() > 1) // chance can make short ones valid
                    .findFirst()
                    .map(charset -> detector.likelier(body, UTF_8, charset))
                    .orElse(UTF_8);
        }
        return possible.stream()
                .reduce((one, other) -> detector.likelier(body, one, other))
                .or(() -> detector.detect(body))
                .or(() -> stated.stream().findFirst())
                .orElse(WINDOWS_1252);
    }

    /** Whether a statement can be believed. One byte charsets without gaps can read anything, so the default is suspected. */
    private static boolean isPossible(byte[] body, Charset charset) {
        return !(charset.equals(WINDOWS_1252) && isMostlyBeyondAscii(body))
                && Validity.of(body, charset).isNearlyClean();
    }

    /** In languages that windows-1252 serves most letters are ASCII. */
    private static boolean isMostlyBeyondAscii(byte[] body) {
        LetterBalance bytes = LetterBalance.of(body);
        return bytes.beyond() > 20 && bytes.beyond() > bytes.letters();
    }

    private static Optional<Charset> declared(byte[] body, Kind kind) {
        return switch (kind) {
            case HTML -> HtmlPrescan.charset(body).or(() -> xmlDeclaration(body));
            case XML -> xmlDeclaration(body).or(() -> HtmlPrescan.charset(body));
            case TEXT -> Optional.empty();
        };
    }

    /** Zeros are left out, so that the declaration is found in wide charsets too. */
    private static Optional<Charset> xmlDeclaration(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, DECLARATION_BYTES), StandardCharsets.ISO_8859_1)
                .replace("\0", "");
        Matcher declaration = XML_DECLARATION.matcher(start);
        return declaration.find() ? EncodingNames.charset(declaration.group(1)) : Optional.empty();
    }

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    private static boolean hasZero(byte[] body) {
        for (int i = 0; i < Math.min(body.length, DECLARATION_BYTES); i++) {
            if (body[i] == 0) {
                return true;
            }
        }
        return false;
    }
}

package news.parallax.crawler.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the encoding in the meta elements at a page's start, byte by byte as browsers do (WHATWG HTML, section
 * 13.2.3.2). They stop after 1,024 bytes and start anew when they meet the element later; so the limit here is wider.
 */
final class HtmlPrescan {

    private static final int LIMIT_BYTES = 64 * 1024;

    private final byte[] bytes;
    private final int end;
    private int at;

    /** Thrown where the bytes end within something; it has no stack, since this is the ordinary end of a prescan. */
    private static final class OutOfBytes extends RuntimeException {
        private static final OutOfBytes INSTANCE = new OutOfBytes();

        private OutOfBytes() {
            super("out of bytes", null, false, false);
        }
    }

    /**
     * One attribute.
     *
     * @param name in small letters; empty at the end of the tag
     * @param value in small letters
     */
    private record Attribute(String name, String value) {}

    private HtmlPrescan(byte[] bytes) {
        this.bytes = bytes;
        this.end = Math.min(bytes.length, LIMIT_BYTES);
    }

    /** Returns the encoding that the page names; empty if it names none that is known. */
    static Optional<Charset> charset(byte[] page) {
        try {
            return new HtmlPrescan(page).scan();
        } catch (OutOfBytes e) {
            return Optional.empty();
        }
    }

    private Optional<Charset> scan() {
        for (; at < end; at++) {
            if (bytes[at] != '<') {
                continue;
            }
            if (startsWith("<!--")) {
                skipComment();
            } else if (startsWith("<meta") && isSpaceOrSlash(byteAt(at + 5))) {
                at += 5;
                Optional<Charset> named = meta();
                if (named.isPresent()) {
                    return named;
                }
            } else if (isLetter(at + 1) || (startsWith("</") && isLetter(at + 2))) {
                skipTag();
            } else if (startsWith("<!") || startsWith("</") || startsWith("<?")) {
                skipTo('>');
            }
        }
        return Optional.empty();
    }

    /** Leaves {@code at} on the comment's last byte; {@code <!-->} is a whole comment. */
    private void skipComment() {
        at += 2;
        while (!startsWith("-->")) {
            at++;
            byteAt(at);
        }
        at += 2;
    }

    private void skipTag() {
        while (!isSpaceOrSlash(byteAt(at)) && byteAt(at) != '>') {
            at++;
        }
        while (!attribute().name.isEmpty()) {
            // only read over
        }
    }

    private void skipTo(char last) {
        while (byteAt(at) != last) {
            at++;
        }
    }

    private Optional<Charset> meta() {
        Set<String> seen = new HashSet<>();
        boolean pragma = false;
        Boolean needsPragma = null;
        Optional<Charset> charset = Optional.empty();
        for (Attribute next = attribute(); !next.name.isEmpty(); next = attribute()) {
            if (!seen.add(next.name)) {
                continue;
            }
            if (next.name.equals("http-equiv")) {
                pragma = next.value.equals("content-type");
            } else if (next.name.equals("content") && charset.isEmpty()) {
                charset = ofContent(next.value);
                needsPragma = charset.isPresent() ? Boolean.TRUE : needsPragma;
            } else if (next.name.equals("charset")) {
                charset = EncodingNames.charset(next.value);
                needsPragma = false;
            }
        }
        boolean usable = needsPragma != null && (!needsPragma || pragma);
        // the element could be read, so its bytes are ASCII, whatever it says
        return usable ? charset.map(named -> isWide(named) ? StandardCharsets.UTF_8 : named) : Optional.empty();
    }

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    /** The charset in the value of a content attribute (section 2.5.3): an open quote spoils it. */
    private static Optional<Charset> ofContent(String content) {
        for (int from = content.indexOf("charset"); from >= 0; from = content.indexOf("charset", from + 1)) {
            String rest = content.substring(from + "charset".length()).stripLeading();
            if (rest.startsWith("=")) {
                return EncodingNames.charset(unquoted(rest.substring(1).stripLeading()));
            }
        }
        return Optional.empty();
    }

    private static String unquoted(String value) {
        if (value.startsWith("\"") || value.startsWith("'")) {
            int close = value.indexOf(value.charAt(0), 1);
            return close < 0 ? "" : value.substring(1, close);
        }
        return value.split("[\\s;]", 2)[0];
    }

    /** Reads the next attribute of a tag and leaves {@code at} behind it, or on the tag's end. */
    private Attribute attribute() {
        while (isSpaceOrSlash(byteAt(at))) {
            at++;
        }
        if (byteAt(at) == '>') {
            return new Attribute("", "");
        }
        StringBuilder name = new StringBuilder();
        while (!(byteAt(at) == '=' && !name.isEmpty()) && !isSpaceOrSlash(byteAt(at)) && byteAt(at) != '>') {
            append(name);
        }
        int behind = at;
        while (isSpace(byteAt(at))) {
            at++;
        }
        if (byteAt(at) != '=') {
            at = behind;
            return new Attribute(name.toString(), "");
        }
        at++;
        while (isSpace(byteAt(at))) {
            at++;
        }
        return new Attribute(name.toString(), value());
    }

    private String value() {
        StringBuilder value = new StringBuilder();
        byte quote = byteAt(at);
        if (quote == '"' || quote == '\'') {
            at++;
            while (byteAt(at) != quote) {
                append(value);
            }
            at++;
        } else {
            while (!isSpace(byteAt(at)) && byteAt(at) != '>') {
                append(value);
            }
        }
        return value.toString();
    }

    private void append(StringBuilder text) {
        text.append(Character.toLowerCase((char) (byteAt(at) & 0xff)));
        at++;
    }

    private byte byteAt(int index) {
        if (index >= end) {
            throw OutOfBytes.INSTANCE;
        }
        return bytes[index];
    }

    private boolean startsWith(String text) {
        if (at + text.length() > end) {
            return false;
        }
        return new String(bytes, at, text.length(), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .equals(text);
    }

    private boolean isLetter(int index) {
        return index < end
                && ((bytes[index] >= 'a' && bytes[index] <= 'z') || (bytes[index] >= 'A' && bytes[index] <= 'Z'));
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || value == '\t' || value == '\n' || value == '\f' || value == '\r';
    }

    private static boolean isSpaceOrSlash(byte value) {
        return isSpace(value) || value == '/';
    }
}

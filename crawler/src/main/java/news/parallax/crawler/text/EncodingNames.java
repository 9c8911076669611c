package news.parallax.crawler.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the names of encodings mean on the web, which is not always what they say: iso-8859-1 is windows-1252, gb2312 is
 * GB18030 (WHATWG Encoding, section 4.2). Names that the standard lacks mean the JVM's charset of that name.
 */
final class EncodingNames {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s;,\"']+)");

    private static final Map<String, Charset> CHARSETS = read();

    private EncodingNames() {}

    /** Returns the charset that a name means; empty if nobody knows it. */
    static Optional<Charset> charset(String name) {
        String label = name.strip().toLowerCase(Locale.ROOT);
        Charset known = CHARSETS.get(label);
        if (known != null || label.isEmpty()) {
            return Optional.ofNullable(known);
        }
        try {
            return Charset.isSupported(label) ? Optional.of(Charset.forName(label)) : Optional.empty();
        } catch (IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }

    /** Returns the charset that a Content-Type names. */
    static Optional<Charset> ofContentType(String contentType) {
        return parameter(contentType).flatMap(EncodingNames::charset);
    }

    /** Returns the value of the first usable charset parameter, without quotes. */
    static Optional<String> parameter(String contentType) {
        Matcher named = CHARSET.matcher(contentType);
        return named.find() ? Optional.of(named.group(1).replaceAll("[\"']", "")) : Optional.empty();
    }

    private static Map<String, Charset> read() {
        Map<String, Charset> charsets = new HashMap<>();
        try (InputStream resource = EncodingNames.class.getResourceAsStream("encodings.txt")) {
            String text = new String(
                    Objects.requireNonNull(resource, "no encodings.txt").readAllBytes(), StandardCharsets.US_ASCII);
            text.lines().filter(line -> line.matches("[^#].*: .*")).forEach(line -> {
                String[] parts = line.split(": ", 2);
                for (String name : parts[1].split(" ")) {
                    charsets.put(name, Charset.forName(parts[0]));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(charsets);
    }
}

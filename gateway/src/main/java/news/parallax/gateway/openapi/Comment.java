package news.parallax.gateway.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the comment of a record says, as the compiler kept it beside the class.
 *
 * @param summary what it is; empty if there is no comment
 * @param components what each component is
 */
record Comment(String summary, Map<String, String> components) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern COMPONENT = Pattern.compile("@param\\s+(\\w+)\\s+([^@]*)");
    private static final Pattern MARKUP = Pattern.compile("\\{@\\w+\\s+([^}]*)}");

    static Comment of(Class<?> type) {
        String file = "/" + type.getName().replace('.', '/') + "__Javadoc.json";
        try (InputStream kept = type.getResourceAsStream(file)) {
            return kept == null
                    ? new Comment("", Map.of())
                    : parse(JSON.readTree(kept).path("doc").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Comment parse(String comment) {
        String plain = MARKUP.matcher(comment).replaceAll(found -> Matcher.quoteReplacement(found.group(1)));
        Map<String, String> components = new TreeMap<>();
        COMPONENT.matcher(plain).results().forEach(found -> components.put(found.group(1), sentence(found.group(2))));
        return new Comment(sentence(plain.split("@param", 2)[0]), components);
    }

    /** What the component is; empty if the comment does not say. */
    String of(String component) {
        return components.getOrDefault(component, "");
    }

    private static String sentence(String text) {
        String words = text.strip().replaceAll("\\s+", " ");
        if (words.isEmpty()) {
            return "";
        }
        String begun = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}

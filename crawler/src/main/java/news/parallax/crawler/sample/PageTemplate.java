package news.parallax.crawler.sample;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An HTML page with places to fill: {@code {{name}}}. */
record PageTemplate(String html) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    static PageTemplate read(String name) {
        String resource = "sample/pages/" + name + ".html";
        try (InputStream in = PageTemplate.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            return new PageTemplate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills every place with its markup, which is taken as it is. Throws for a place without a value. */
    String filled(Map<String, String> values) {
        return PLACE.matcher(html).replaceAll(place -> Matcher.quoteReplacement(value(values, place)));
    }

    private static String value(Map<String, String> values, MatchResult place) {
        String value = values.get(place.group(1));
        if (value == null) {
            throw new IllegalStateException("no value for " + place.group());
        }
        return value;
    }
}

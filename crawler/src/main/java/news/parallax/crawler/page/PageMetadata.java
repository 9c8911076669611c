package news.parallax.crawler.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** What a page says of its article for machines: JSON-LD and meta elements. */
final class PageMetadata {

    /** A value longer than this is no fact but a text that went astray. */
    private static final int VALUE_CHARS_MAX = 4000;

    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,300}>");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    /** Soft hyphens, joiners and byte order marks, which the eye does not see. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00ad\\u200b\\u2060\\ufeff]+");

    private final JsonLd jsonLd;
    private final Map<String, List<String>> metas = new LinkedHashMap<>();

    PageMetadata(Document page) {
        this.jsonLd = new JsonLd(page);
        for (Element meta : page.getElementsByTag("meta")) {
            String content = plain(meta.hasAttr("content") ? meta.attr("content") : meta.attr("value"));
            if (content.isEmpty() || content.length() > VALUE_CHARS_MAX) {
                continue;
            }
            for (String attribute : List.of("property", "name", "http-equiv", "itemprop")) {
                if (meta.hasAttr(attribute)) {
                    metas.computeIfAbsent(folded(meta.attr(attribute)), name -> new ArrayList<>())
                            .add(content);
                }
            }
        }
    }

    private static String folded(String name) {
        return Outlet.fold(name);
    }

    JsonLd jsonLd() {
        return jsonLd;
    }

    /** The article's JSON-LD types; empty if it has no JSON-LD. */
    Set<String> types() {
        return jsonLd.types();
    }

    /** A text property of the article's JSON-LD; of an object its name or url. Empty if there is none. */
    String jsonLd(String property) {
        return jsonLd.values(property)
                .map(PageMetadata::nameOf)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The organization above the publisher, as JSON-LD states it; empty if it does not. */
    String publisherGroup() {
        return Stream.concat(
                        jsonLd.values("publisher")
                                .flatMap(publisher -> JsonLd.oneOrMany(publisher.path("parentOrganization"))),
                        jsonLd.valuesOfAny("parentOrganization"))
                .map(PageMetadata::nameOf)
                .filter(name -> !name.isEmpty() && !name.startsWith("http"))
                .findFirst()
                .orElse("");
    }

    /** The name of an object, else its address; a text itself. */
    static String nameOf(JsonNode node) {
        if (!node.isObject()) {
            return plain(node.asText(""));
        }
        JsonNode name = node.path("name");
        String first = name.isArray() ? name.path(0).asText("") : name.asText("");
        return plain(first.isEmpty() ? node.path("url").asText(node.path("@id").asText("")) : first);
    }

    /**
     * Contents of the first meta element with one of these names or properties, in the order of the names; only letters
     * and digits matter, so "DC.date" is "dc:date". Empty if there is none.
     */
    String meta(String... names) {
        return metas(names).findFirst().orElse("");
    }

    Stream<String> metas(String... names) {
        return Stream.of(names).flatMap(name -> metas.getOrDefault(folded(name), List.of()).stream());
    }

    /** Contents of the meta elements whose folded name (letters and digits, in lowercase) fits. */
    Stream<String> metasNamed(Predicate<String> name) {
        return metas.entrySet().stream()
                .filter(meta -> name.test(meta.getKey()))
                .flatMap(meta -> meta.getValue().stream());
    }

    /** Texts in JSON-LD and meta elements may be escaped once more than they should be. */
    static String plain(String text) {
        String unescaped = text.contains("&") ? Parser.unescapeEntities(text, false) : text;
        String bare = unescaped.contains("<") ? TAG.matcher(unescaped).replaceAll("") : unescaped;
        return SPACES.matcher(INVISIBLE.matcher(bare).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}

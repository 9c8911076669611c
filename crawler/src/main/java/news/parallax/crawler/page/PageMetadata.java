package news.parallax.crawler.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says of its article for machines: JSON-LD, meta elements, microdata. */
final class PageMetadata {

    private static final Set<String> ARTICLE_TYPES = Set.of(
            "Article",
            "NewsArticle",
            "ReportageNewsArticle",
            "OpinionNewsArticle",
            "AnalysisNewsArticle",
            "BackgroundNewsArticle",
            "ReviewNewsArticle",
            "AdvertiserContentArticle",
            "LiveBlogPosting",
            "BlogPosting",
            "VideoObject");

    /** Pages are written by hand and by templates: trailing commas and raw line breaks are common. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    private final Document page;
    private final JsonNode article;

    PageMetadata(Document page) {
        this.page = page;
        this.article = page.select("script[type=application/ld+json]").stream()
                .flatMap(script -> nodes(script.data()))
                .filter(node -> types(node).anyMatch(ARTICLE_TYPES::contains))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** Every object of a JSON-LD block that stands at the top, in a list or in a graph. */
    private static Stream<JsonNode> nodes(String json) {
        try {
            return flattened(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            return Stream.empty(); // a broken block says nothing; the other sources remain
        }
    }

    private static Stream<JsonNode> flattened(JsonNode node) {
        if (node.isArray()) {
            return stream(node).flatMap(PageMetadata::flattened);
        }
        return Stream.concat(Stream.of(node), node.has("@graph") ? flattened(node.path("@graph")) : Stream.empty());
    }

    private static Stream<String> types(JsonNode node) {
        return oneOrMany(node.path("@type")).map(JsonNode::asText);
    }

    private static Stream<JsonNode> oneOrMany(JsonNode node) {
        return node.isArray() ? stream(node) : Stream.of(node).filter(value -> !value.isMissingNode());
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** The article's JSON-LD types; empty if it has no JSON-LD. */
    Set<String> types() {
        return Set.copyOf(types(article).toList());
    }

    /** A text property of the article's JSON-LD; of an object its name or url. Empty if there is none. */
    String jsonLd(String property) {
        return oneOrMany(article.path(property))
                .map(PageMetadata::nameOf)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String nameOf(JsonNode node) {
        String name =
                node.isObject() ? node.path("name").asText(node.path("url").asText("")) : node.asText("");
        return plain(name);
    }

    /** Names of the article's JSON-LD authors; organizations only or persons only. */
    List<String> jsonLdAuthors(boolean organizations) {
        return oneOrMany(article.path("author"))
                .filter(author -> types(author).anyMatch(type -> type.endsWith("Organization")) == organizations)
                .map(PageMetadata::nameOf)
                .filter(name -> !name.isEmpty() && !name.startsWith("http"))
                .distinct()
                .toList();
    }

    /** Contents of the first meta element with one of these names or properties, in the order of the names. */
    String meta(String... names) {
        return metas(names).findFirst().orElse("");
    }

    Stream<String> metas(String... names) {
        return Stream.of(names)
                .flatMap(name -> page.select("meta[property=\"%s\"], meta[name=\"%s\"]".formatted(name, name)).stream())
                .map(meta -> plain(meta.attr("content")))
                .filter(content -> !content.isEmpty());
    }

    /** Values of a microdata property of the page's article, without those of articles it only mentions. */
    List<String> microdata(String property) {
        Element scope = page.selectFirst("[itemscope][itemtype*=Article]");
        if (scope == null) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        for (Element element : scope.select("[itemprop~=(^|\\s)" + property + "(\\s|$)]")) {
            if (nearestScope(element.hasAttr("itemscope") ? element.parent() : element) == scope) {
                values.add(valueOf(element));
            }
        }
        return values.stream().filter(value -> !value.isEmpty()).toList();
    }

    private static @Nullable Element nearestScope(@Nullable Element element) {
        return element == null ? null : element.closest("[itemscope]");
    }

    private static String valueOf(Element element) {
        if (element.hasAttr("itemscope")) {
            Element name = element.selectFirst("[itemprop=name]");
            return name == null ? plain(element.text()) : valueOf(name);
        }
        for (String attribute : List.of("content", "datetime")) {
            if (element.hasAttr(attribute)) {
                return plain(element.attr(attribute));
            }
        }
        return plain(element.text());
    }

    /** Texts in JSON-LD and meta elements may be escaped once more than they should be. */
    private static String plain(String text) {
        String unescaped =
                text.contains("&") || text.contains("<") ? Jsoup.parse(text).text() : text;
        return unescaped.replaceAll("\\s+", " ").strip();
    }
}

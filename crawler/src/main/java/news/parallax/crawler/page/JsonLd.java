package news.parallax.crawler.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The JSON-LD of a page: which of its objects is the page's article, and what that one says. Objects count where
 * they stand for the page (at the top, in lists, graphs and main entities), not where an article mentions another.
 */
final class JsonLd {

    private static final int SCRIPTS_MAX = 40;
    private static final int NODES_MAX = 1000;
    private static final int DEPTH_MAX = 12;
    private static final int SCRIPT_CHARS_MAX = 2_000_000;

    private static final Pattern TYPE = Pattern.compile("(?i).*ld\\+json.*");

    /** Pages are written by hand and by templates: trailing commas and raw line breaks are common. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(200).build())
                    .build())
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    /** What is still worth reading in a block that is broken. */
    private static final Pattern BROKEN_PROPERTY = Pattern.compile(
            "\"(@type|headline|datePublished|dateModified|uploadDate|dateCreated|articleSection|isAccessibleForFree)\""
                    + "\\s*:\\s*\"?([^\"\\r\\n]{1,300}?)[\",\\r\\n}]");

    private static final Pattern BROKEN_AUTHOR = Pattern.compile(
            "\"author\"\\s*:\\s*[\\[{\\s\"@a-zA-Z:,/.]{0,120}?\"name\"\\s*:\\s*\"([^\"\\r\\n]{2,80})\"");

    /** Works that may be what a page is about, besides articles. */
    private static final Set<String> WORKS = Set.of(
            "videoobject",
            "podcastepisode",
            "radioepisode",
            "tvepisode",
            "recipe",
            "review",
            "howto",
            "creativework",
            "audioobject",
            "report",
            "qapage",
            "discussionforumposting",
            "medicalwebpage",
            "course",
            "product",
            "book");

    private static final String STANDS_FOR_THE_PAGE = "@graph";

    private final List<JsonNode> nodes = new ArrayList<>();
    private final Map<String, JsonNode> byId = new HashMap<>();
    private final JsonNode article;

    JsonLd(Document page) {
        page.select("script[type]").stream()
                .filter(script -> TYPE.matcher(script.attr("type")).matches())
                .limit(SCRIPTS_MAX)
                .forEach(this::read);
        this.article = best(page.location());
    }

    private void read(Element script) {
        String json = script.data().strip();
        if (json.length() > SCRIPT_CHARS_MAX) {
            return;
        }
        String bare = json.replaceFirst("^(<!--|//<!\\[CDATA\\[|<!\\[CDATA\\[)", "")
                .replaceFirst("(//\\]\\]>|\\]\\]>|-->|;)\\s*$", "");
        try {
            collect(JSON.readTree(bare), 0);
        } catch (JsonProcessingException e) {
            collect(salvaged(bare), 0);
        }
    }

    private static JsonNode salvaged(String json) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Matcher properties = BROKEN_PROPERTY.matcher(json);
        while (properties.find()) {
            boolean better = properties.group(1).equals("@type") && isArticle(lower(properties.group(2)));
            if (better || !node.has(properties.group(1))) {
                node.put(properties.group(1), properties.group(2));
            }
        }
        Matcher author = BROKEN_AUTHOR.matcher(json);
        if (author.find()) {
            node.put("author", author.group(1));
        }
        return node;
    }

    private void collect(JsonNode node, int depth) {
        if (depth > DEPTH_MAX || nodes.size() > NODES_MAX) {
            return;
        }
        if (node.isArray()) {
            node.forEach(child -> collect(child, depth + 1));
        } else if (node.isObject()) {
            nodes.add(node);
            String id = node.path("@id").asText("");
            if (!id.isEmpty() && node.size() > 1) {
                byId.putIfAbsent(id, node);
            }
            for (String property : List.of(STANDS_FOR_THE_PAGE, "mainEntity", "mainEntityOfPage")) {
                if (node.path(property).isContainerNode()) {
                    collect(node.path(property), depth + 1);
                }
            }
        }
    }

    /** The most article-like object; among equals one that names this page's URL, then the first. */
    private JsonNode best(String location) {
        JsonNode best = MissingNode.getInstance();
        int bestScore = 0;
        for (JsonNode node : nodes) {
            int score = score(node, location);
            if (score > bestScore) {
                best = node;
                bestScore = score;
            }
        }
        return best;
    }

    private static int score(JsonNode node, String location) {
        int kind = typesOf(node).mapToInt(JsonLd::rank).max().orElse(0);
        if (kind == 0) {
            return 0;
        }
        boolean says = node.has("headline") || node.has("datePublished") || node.has("author");
        boolean named = Stream.of("url", "@id", "mainEntityOfPage")
                .map(property -> addressOf(node.path(property)))
                .anyMatch(url -> !url.isEmpty() && samePage(url, location));
        return kind * 10 + (says ? 5 : 0) + (named ? 3 : 0);
    }

    private static int rank(String type) {
        String lower = lower(type);
        if (isArticle(lower)) {
            return 3;
        }
        return WORKS.contains(lower) ? 2 : lower.endsWith("page") ? 1 : 0;
    }

    private static boolean isArticle(String type) {
        return type.endsWith("article") || type.endsWith("blogposting") || type.endsWith("socialmediaposting");
    }

    private static String lower(String type) {
        return type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean samePage(String url, String location) {
        return bare(url).equals(bare(location));
    }

    private static String bare(String url) {
        return url.replaceFirst("^https?://(www\\.)?", "")
                .replaceFirst("[?#].*$", "")
                .replaceFirst("/$", "");
    }

    private static String addressOf(JsonNode node) {
        return node.isObject() ? node.path("@id").asText("") : node.asText("");
    }

    private static Stream<String> typesOf(JsonNode node) {
        return oneOrMany(node.path("@type")).map(JsonNode::asText);
    }

    static Stream<JsonNode> oneOrMany(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                : Stream.of(node).filter(value -> !value.isMissingNode() && !value.isNull());
    }

    /** Whether the page's article is stated as an article, not only as a page or another work. */
    boolean hasArticle() {
        return types().stream().anyMatch(type -> isArticle(lower(type)));
    }

    /** The article's types without the vocabulary's address; empty if the page has no JSON-LD. */
    Set<String> types() {
        return Set.copyOf(typesOf(article)
                .map(type -> type.substring(type.lastIndexOf('/') + 1))
                .toList());
    }

    /** A property of the article, references resolved; a list's members one by one. */
    Stream<JsonNode> values(String property) {
        return oneOrMany(article.path(property)).map(this::resolved);
    }

    /** The same property of every object that stands for the page, the article's first. */
    Stream<JsonNode> valuesOfAny(String property) {
        return Stream.concat(values(property), nodes.stream().flatMap(node -> oneOrMany(node.path(property))));
    }

    private JsonNode resolved(JsonNode value) {
        if (value.isObject() && value.size() <= 2 && !value.has("name")) {
            return byId.getOrDefault(value.path("@id").asText(""), value);
        }
        return value;
    }

    /** Whether an object has a type that ends so. */
    static boolean isA(JsonNode node, String ending) {
        return typesOf(node).anyMatch(type -> type.endsWith(ending));
    }
}

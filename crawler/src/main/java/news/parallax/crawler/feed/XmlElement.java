package news.parallax.crawler.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.parallax.crawler.url.WebUrl;
import okhttp3.HttpUrl;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * An element of a feed, read leniently: by jsoup, which knows no document types and mends what is broken. Names are compared
 * without case, namespaces by their address whatever their prefix is.
 */
final class XmlElement {

    /** Short names of the namespaces of feeds, by what their addresses begin with, in lowercase. */
    private static final Map<String, String> NAMESPACES = Map.ofEntries(
            Map.entry("http://www.w3.org/2005/atom", "atom"),
            Map.entry("http://purl.org/atom/", "atom"),
            Map.entry("http://purl.org/rss/1.0/modules/content", "content"),
            Map.entry("http://purl.org/rss/1.0/modules/syndication", "sy"),
            Map.entry("http://purl.org/rss/1.0/modules/", "module"),
            Map.entry("http://purl.org/rss/1.0/", "rss"),
            Map.entry("http://purl.org/net/rss1.1", "rss"),
            Map.entry("http://my.netscape.com/", "rss"),
            Map.entry("http://channel.netscape.com/", "rss"),
            Map.entry("http://backend.userland.com/", "rss"),
            Map.entry("http://blogs.law.harvard.edu/tech/rss", "rss"),
            Map.entry("http://cyber.law.harvard.edu/rss", "rss"),
            Map.entry("http://purl.org/dc/elements/", "dc"),
            Map.entry("http://purl.org/dc/terms", "dcterms"),
            Map.entry("http://search.yahoo.com/mrss", "media"),
            Map.entry("http://video.search.yahoo.com/mrss", "media"),
            Map.entry("https://search.yahoo.com/mrss", "media"),
            Map.entry("http://www.itunes.com/dtds/podcast", "itunes"),
            Map.entry("http://example.com/dtds/podcast", "itunes"),
            Map.entry("http://www.google.com/schemas/play-podcasts", "googleplay"),
            Map.entry("http://rssnamespace.org/feedburner/ext", "feedburner"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml"),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"));

    /** What prefixes mean that nobody declared. */
    private static final List<String> USUAL_PREFIXES = List.of(
            "atom", "content", "sy", "dc", "dcterms", "media", "itunes", "googleplay", "feedburner", "xhtml", "rdf");

    /** No feed nests so deeply; what does is cut. */
    private static final int DEPTH_MAX = 256;

    private final Element element;

    private XmlElement(Element element) {
        this.element = element;
    }

    /** Returns the outermost element; empty if there is none. */
    static Optional<XmlElement> root(String document) {
        Document parsed = Parser.xmlParser().setMaxDepth(DEPTH_MAX).parseInput(document, "");
        return parsed.children().stream().findFirst().map(XmlElement::new);
    }

    /** Namespace and name, such as "rss:item"; "rss" also stands for no namespace and for unknown default ones. */
    String name() {
        String tag = element.tagName();
        int colon = tag.indexOf(':');
        String prefix = colon < 0 ? "" : tag.substring(0, colon);
        return namespace(prefix) + ":" + tag.substring(colon + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether it has that name. What is written is looked at first, since finding the namespace means climbing. */
    boolean is(String name) {
        String local = name.substring(name.indexOf(':') + 1);
        String tag = element.tagName();
        boolean written = tag.regionMatches(true, tag.length() - local.length(), local, 0, local.length())
                && (tag.length() == local.length() || tag.charAt(tag.length() - local.length() - 1) == ':');
        return written && name().equals(name);
    }

    private String namespace(String prefix) {
        String declared = declared(prefix);
        if (declared.isEmpty()) {
            return prefix.isEmpty()
                    ? "rss"
                    : USUAL_PREFIXES.contains(prefix.toLowerCase(Locale.ROOT))
                            ? prefix.toLowerCase(Locale.ROOT)
                            : "other";
        }
        String address = declared.toLowerCase(Locale.ROOT);
        String known = "";
        int longest = 0;
        for (Map.Entry<String, String> namespace : NAMESPACES.entrySet()) {
            if (address.startsWith(namespace.getKey()) && namespace.getKey().length() > longest) {
                longest = namespace.getKey().length();
                known = namespace.getValue();
            }
        }
        boolean ofTheFeed = prefix.isEmpty() && element.parent() instanceof Document;
        return !known.isEmpty() ? known : ofTheFeed || prefix.isEmpty() && isDeclaredByRoot(declared) ? "rss" : "other";
    }

    private boolean isDeclaredByRoot(String namespace) {
        Element root = element;
        for (Element at = element.parent(); at != null && !(at instanceof Document); at = at.parent()) {
            root = at;
        }
        return root.attr("xmlns").equals(namespace);
    }

    private String declared(String prefix) {
        String attribute = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
        for (Element at = element; at != null; at = at.parent()) {
            if (at.hasAttr(attribute)) {
                return at.attr(attribute).strip();
            }
        }
        return "";
    }

    Stream<XmlElement> children() {
        return element.children().stream().map(XmlElement::new);
    }

    /** Children with one of the names, those of the first name first. */
    Stream<XmlElement> all(String... names) {
        return Stream.of(names).flatMap(name -> children().filter(child -> child.is(name)));
    }

    Optional<XmlElement> first(String... names) {
        return all(names).findFirst();
    }

    /** Text of the first child that has one of the names and is not blank; empty if there is none. */
    String textOf(String... names) {
        return all(names)
                .map(child -> child.text().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Everything below, with that name. */
    Stream<XmlElement> descendants(String name) {
        return element.getAllElements().stream()
                .filter(below -> below != element)
                .map(XmlElement::new)
                .filter(below -> below.is(name));
    }

    /** The text in it, white space as it is. */
    String text() {
        return element.wholeText();
    }

    boolean hasMarkup() {
        return element.childrenSize() > 0;
    }

    /** What is in it, as markup. A single div of XHTML is only a wrapping. */
    String markup() {
        Element from = element;
        if (element.childrenSize() == 1 && element.ownText().isBlank()) {
            Element only = element.child(0);
            String name = new XmlElement(only).name();
            if (name.endsWith(":div") || name.equals("xhtml:body")) {
                from = only;
            }
        }
        StringBuilder markup = new StringBuilder();
        from.childNodes()
                .forEach(node ->
                        markup.append(node instanceof TextNode text ? escaped(text.getWholeText()) : node.outerHtml()));
        return markup.toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** An attribute without its prefix, in any case; empty if it is missing. */
    String attribute(String name) {
        return attributes(name).findFirst().orElse("");
    }

    boolean hasAttribute(String name) {
        return attributes(name).findFirst().isPresent();
    }

    private Stream<String> attributes(String name) {
        return element.attributes().asList().stream()
                .filter(attribute -> localName(attribute).equalsIgnoreCase(name)
                        && !attribute.getKey().startsWith("xmlns"))
                .map(attribute -> attribute.getValue().strip());
    }

    private static String localName(Attribute attribute) {
        return attribute.getKey().substring(attribute.getKey().indexOf(':') + 1);
    }

    /** The language in force here by xml:lang, which may be the empty one; empty if none is declared. */
    Optional<String> language() {
        for (Element at = element; at != null; at = at.parent()) {
            if (at.hasAttr("xml:lang")) {
                return Optional.of(at.attr("xml:lang").strip());
            }
        }
        return Optional.empty();
    }

    /** The address that relative ones here start from, by xml:base. */
    HttpUrl base(HttpUrl document) {
        Deque<String> bases = new ArrayDeque<>();
        for (Element at = element; at != null; at = at.parent()) {
            if (at.hasAttr("xml:base")) {
                bases.push(at.attr("xml:base"));
            }
        }
        HttpUrl base = document;
        for (String step : bases) {
            base = resolve(base, step).orElse(base);
        }
        return base;
    }

    /** An address in the place of this element; empty if it is none of the web. */
    Optional<HttpUrl> url(String address, HttpUrl document) {
        return address.isBlank() ? Optional.empty() : resolve(base(document), address);
    }

    static Optional<HttpUrl> resolve(HttpUrl base, String address) {
        return WebUrl.http(base, address.strip());
    }
}

package news.parallax.crawler.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a page in the order of the document, without regions that tell of other articles or of readers:
 * comments, related teasers, menus, side columns, footers. A region around the headline is never left out.
 */
final class ArticleScope {

    private static final int ELEMENTS_MAX = 100_000;
    private static final Pattern WORD_BORDER = Pattern.compile("[^a-z0-9]+");

    private static final Set<String> NO_TEXT_TAGS =
            Set.of("script", "style", "noscript", "template", "select", "svg", "iframe", "textarea");

    private static final Set<String> SIDE_TAGS = Set.of("nav", "aside", "form");

    private static final Set<String> READERS_WORDS = Set.of(
            "comment",
            "comments",
            "commentlist",
            "commentaires",
            "comentarios",
            "kommentar",
            "kommentare",
            "reacties",
            "disqus",
            "respond",
            "replies",
            "trackback",
            "pingback");

    private static final Set<String> SIDE_WORDS = Set.of(
            "related",
            "relacionadas",
            "relacionados",
            "similar",
            "recommended",
            "recommendation",
            "recommendations",
            "sidebar",
            "teaser",
            "teasers",
            "nav",
            "navi",
            "navigation",
            "navbar",
            "menu",
            "breadcrumb",
            "breadcrumbs",
            "popular",
            "trending",
            "mostread",
            "newsletter",
            "promo",
            "calendar",
            "latest",
            "recent",
            "ticker",
            "slider",
            "carousel",
            "taboola",
            "outbrain",
            "modal",
            "cookie",
            "copyright",
            "footer");

    private static final Set<String> SIDE_CLASSES = Set.of("widget", "widgets", "wp-block-latest-posts", "more-news");

    /** Prefixes that make a footer one of the article. */
    private static final Set<String> ARTICLE_WORDS =
            Set.of("entry", "post", "article", "story", "content", "news", "artikel", "beitrag");

    private static final Pattern PAGE_THING =
            Pattern.compile("(?i)(article|posting|page|creativework|report|review|recipe|^)$");

    private final List<Element> elements = new ArrayList<>();
    private final Set<Element> aroundHeadline = Collections.newSetFromMap(new IdentityHashMap<>());
    private final boolean wide;
    private int headlineIndex = -1;

    private ArticleScope(@Nullable Element headline, boolean wide) {
        this.wide = wide;
        for (Element element = headline; element != null; element = element.parent()) {
            aroundHeadline.add(element);
        }
    }

    static ArticleScope of(Document page, @Nullable Element headline) {
        return of(page, headline, false);
    }

    /** The whole page but for what readers say in it; for facts that stand nowhere near the article. */
    static ArticleScope wide(Document page, @Nullable Element headline) {
        return of(page, headline, true);
    }

    private static ArticleScope of(Document page, @Nullable Element headline, boolean wide) {
        ArticleScope scope = new ArticleScope(headline, wide);
        Element body = page.body();
        NodeTraversor.filter((node, depth) -> scope.visit(node, depth == 0, headline), body);
        return scope;
    }

    private NodeFilter.FilterResult visit(Node node, boolean top, @Nullable Element headline) {
        if (!(node instanceof Element element)) {
            return NodeFilter.FilterResult.CONTINUE;
        }
        if (elements.size() >= ELEMENTS_MAX) {
            return NodeFilter.FilterResult.STOP;
        }
        if (!top && isSide(element)) {
            return NodeFilter.FilterResult.SKIP_ENTIRELY;
        }
        if (element == headline) {
            headlineIndex = elements.size();
        }
        elements.add(element);
        return NodeFilter.FilterResult.CONTINUE;
    }

    private boolean isSide(Element element) {
        if (aroundHeadline.contains(element)) {
            return false;
        }
        String tag = element.normalName();
        String marks = marks(element);
        if (wide) {
            return NO_TEXT_TAGS.contains(tag) || hasWord(marks, READERS_WORDS);
        }
        if (SIDE_TAGS.contains(tag) || NO_TEXT_TAGS.contains(tag)) {
            return true;
        }
        if (tag.equals("footer")) {
            return !isOfArticle(marks) && element.closest("article, main") == null;
        }
        if (marks.isBlank()) {
            return false;
        }
        for (String name : marks.split(" ")) {
            if (SIDE_CLASSES.contains(name) || name.startsWith("widget_")) {
                return true;
            }
        }
        if (hasWord(marks, READERS_WORDS)) {
            return true;
        }
        for (String word : WORD_BORDER.split(marks)) {
            if (SIDE_WORDS.contains(word)) {
                return !(word.equals("footer") && isOfArticle(marks));
            }
        }
        return false;
    }

    private static boolean isOfArticle(String marks) {
        return hasWord(marks, ARTICLE_WORDS);
    }

    private static boolean hasWord(String marks, Set<String> words) {
        for (String word : WORD_BORDER.split(marks)) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Class names and id of an element, in lowercase. */
    static String marks(Element element) {
        return (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
    }

    List<Element> elements() {
        return Collections.unmodifiableList(elements);
    }

    /** Where the headline stands in {@link #elements()}; -1 if the page shows none. */
    int headlineIndex() {
        return headlineIndex;
    }

    /** A microdata property of the page's article or of the page, not of what it mentions; empty if there is none. */
    String property(String name) {
        for (Element element : elements) {
            if (element.hasAttr("itemprop") && isProperty(element, name) && isOfPage(element)) {
                String value = PageMetadata.plain(valueOf(element));
                if (!value.isEmpty()) {
                    return value;
                }
            }
        }
        return "";
    }

    private static boolean isProperty(Element element, String name) {
        return List.of(element.attr("itemprop").split("\\s+")).contains(name);
    }

    private static boolean isOfPage(Element element) {
        Element parent = element.parent();
        Element thing = parent == null ? null : parent.closest("[itemscope]");
        return thing == null || PAGE_THING.matcher(thing.attr("itemtype")).find();
    }

    private static String valueOf(Element element) {
        for (String attribute : List.of("content", "datetime", "href")) {
            if (element.hasAttr(attribute)) {
                return element.attr(attribute);
            }
        }
        return element.text();
    }
}

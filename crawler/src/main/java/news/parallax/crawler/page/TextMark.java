package news.parallax.crawler.page;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Marks that publishing systems put on the text of an article, the surest first. */
enum TextMark {
    /** The microdata property of schema.org. */
    ARTICLE_BODY,
    /** A class or id that names the text of an article. */
    TEXT_CLASS,
    /** The element for articles, of which a page may have many. */
    ARTICLE,
    /** A class that names an article. */
    ARTICLE_CLASS,
    MAIN,
    NONE;

    private static final Pattern TEXT = Pattern.compile(
            "(?i)(^|.*[\\s_-])(article|story|post|entry|news|content|artikel)[-_]*(body|text|content|inhalt)([\\s_-].*|$)");
    private static final Pattern ARTICLE_NAME =
            Pattern.compile("(?i)(^|.*[\\s_-])(article|post|entry|story|artikel|hentry)([\\s_-].*|$)");

    /** Returns the surest mark of an element. */
    static TextMark of(Element element) {
        if (element.hasAttr("itemprop") && element.attr("itemprop").contains("articleBody")) {
            return ARTICLE_BODY;
        }
        String classes = element.className();
        if (TEXT.matcher(classes).matches() || TEXT.matcher(element.id()).matches()) {
            return TEXT_CLASS;
        }
        if (element.normalName().equals("article")) {
            return ARTICLE;
        }
        if (ARTICLE_NAME.matcher(classes).matches()) {
            return ARTICLE_CLASS;
        }
        return element.normalName().equals("main") || element.attr("role").equals("main") ? MAIN : NONE;
    }
}

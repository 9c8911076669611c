package news.parallax.crawler.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the running text of a page. The page is cut into blocks; elements that by tag, role or the words in their class
 * are something else are left out unless they hold most of what there is; then the element around the article is
 * chosen, and of its blocks those that are text.
 */
final class BodyText {

    /** Marks that publishing systems put on the text of an article, the surest first. */
    private static final List<String> MARKS = List.of(
            "[itemprop~=(^|\\s)articleBody(\\s|$)]",
            "[class~=(?i)(^|[\\s_-])(article|story|post|entry|news|content|artikel)[-_]*(body|text|content|inhalt)([\\s_-]|$)],"
                    + " [id~=(?i)^(article|story|post|entry|news|content|artikel)[-_]*(body|text|content|inhalt)$]",
            "article",
            "[class~=(?i)(^|[\\s_-])(article|post|entry|story|artikel|hentry)([\\s_-]|$)]",
            "main, [role=main]");

    private static final String SURE_MARK =
            "[itemprop~=(^|\\s)articleBody(\\s|$)], .entry-content, .post-content, .article-body";
    private static final double MOST_OF_THE_PAGE = 0.6;
    private static final double MUCH_OF_THE_PAGE = 0.4;
    private static final double MOST_OF_AN_ELEMENT = 0.85;
    private static final double ENOUGH_FOR_A_MARK = 0.5;

    private final Element body;
    /** Running text of each element, without what is never text and without comments. */
    private final Map<Element, Integer> wholeMass;

    private final Map<Element, Boolean> leftOut = new HashMap<>();

    BodyText(Element body) {
        this.body = body;
        this.wholeMass = masses(TextBlocks.of(body, element -> switch (Boilerplate.sort(element)) {
            case NEVER, COMMENTS -> true;
            case OPEN, LEAD, BESIDE, APART -> false;
        }));
    }

    /** Returns the text, paragraphs separated by an empty line; empty if the page has none. */
    static String of(Document page) {
        return String.join("\n\n", new BodyText(page.body()).paragraphs());
    }

    private List<String> paragraphs() {
        List<TextBlock> all = TextBlocks.of(body, this::isLeftOut);
        Element container = container(masses(all));
        return RunningText.of(all, container);
    }

    Element chosen() {
        return container(masses(TextBlocks.of(body, this::isLeftOut)));
    }

    private static Map<Element, Integer> masses(List<TextBlock> blocks) {
        Map<Element, Integer> masses = new HashMap<>();
        for (TextBlock block : blocks) {
            int mass = block.mass();
            for (Element at = block.element(); mass > 0 && at != null; at = at.parent()) {
                masses.merge(at, mass, Integer::sum);
            }
        }
        return masses;
    }

    boolean isLeftOut(Element element) {
        return leftOut.computeIfAbsent(element, asked -> switch (Boilerplate.sort(asked)) {
            case OPEN, LEAD -> false;
            case NEVER, COMMENTS -> true;
            case APART -> !holds(asked, MOST_OF_THE_PAGE);
            case BESIDE -> !holds(asked, MUCH_OF_THE_PAGE) && asked.selectFirst("h1") == null;
        });
    }

    /** An element around the marked text or around much of all text is the page, whatever its class says. */
    private boolean holds(Element element, double share) {
        return mass(wholeMass, element) > share * mass(wholeMass, body) || element.selectFirst(SURE_MARK) != null;
    }

    private static int mass(Map<Element, Integer> masses, Element element) {
        return masses.getOrDefault(element, 0);
    }

    private Element container(Map<Element, Integer> mass) {
        Element dominant = dominant(mass);
        for (String mark : MARKS) {
            Element marked = marked(mark, mass);
            if (marked != null && mass(mass, marked) >= ENOUGH_FOR_A_MARK * mass(mass, dominant)) {
                return marked;
            }
        }
        return dominant;
    }

    /** The element that holds nearly all text and of which no child does. */
    private Element dominant(Map<Element, Integer> mass) {
        Element at = body;
        while (true) {
            Element heaviest = at;
            int most = 0;
            for (Element child : at.children()) {
                if (mass(mass, child) > most) {
                    heaviest = child;
                    most = mass(mass, child);
                }
            }
            if (most < MOST_OF_AN_ELEMENT * mass(mass, at) || most == 0) {
                return at;
            }
            at = heaviest;
        }
    }

    /** The heaviest of the marked elements. */
    private @Nullable Element marked(String mark, Map<Element, Integer> mass) {
        Element heaviest = null;
        for (Element element : body.select(mark)) {
            if (mass(mass, element) > (heaviest == null ? 0 : mass(mass, heaviest))) {
                heaviest = element;
            }
        }
        return heaviest;
    }
}

package news.parallax.crawler.page;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the running text of a page. The page is cut into blocks; parts that by tag, role or the words in their class are
 * something else are left out unless they hold most of what there is; then the element around the article is chosen, by
 * the marks of publishing systems or because nearly all text is in it, and of its blocks those that are text.
 */
final class BodyText {

    /** A text shorter than this, in characters, is doubted. */
    private static final int SHORT = 200;

    /** A text shorter than this is none: the page may be what readers write to each other. */
    private static final int SHORTEST = 80;

    private static final double MOST_OF_AN_ELEMENT = 0.85;
    /** How much of what is there a marked element must hold to be believed. */
    private static final double ENOUGH_FOR_A_MARK = 0.5;

    private static final double ENOUGH_FOR_A_SURE_MARK = 0.35;

    private BodyText() {}

    /**
     * Returns the text, paragraphs separated by an empty line; empty if the page has none.
     *
     * @param stated the text as the page states it for machines; used if the page shows no other, as some that are filled in
     *     by scripts do; asked for only then
     */
    static String of(Document page, Supplier<String> stated) {
        String shown = shown(page, false);
        if (shown.length() >= SHORT) {
            return shown;
        }
        String told = stated.get();
        if (told.length() > shown.length()) {
            return told;
        }
        return shown.length() >= SHORTEST ? shown : shown(page, true);
    }

    private static String shown(Document page, boolean withComments) {
        var parts = new PageParts(page.body(), withComments);
        List<TextBlock> blocks = parts.blocks();
        Element container = container(page.body(), PageParts.masses(blocks));
        return String.join("\n\n", RunningText.of(blocks, container, parts));
    }

    private static Element container(Element body, Map<Element, Integer> mass) {
        Element dominant = dominant(body, mass);
        int all = mass.getOrDefault(dominant, 0);
        return heaviestMarked(mass).entrySet().stream()
                .filter(marked -> mass.getOrDefault(marked.getValue(), 0) >= enough(marked.getKey()) * all)
                .min(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(Map.Entry::getValue)
                .orElse(dominant);
    }

    private static double enough(TextMark mark) {
        return mark.compareTo(TextMark.ARTICLE) <= 0 ? ENOUGH_FOR_A_SURE_MARK : ENOUGH_FOR_A_MARK;
    }

    private static Map<TextMark, Element> heaviestMarked(Map<Element, Integer> mass) {
        Map<TextMark, Element> heaviest = new EnumMap<>(TextMark.class);
        mass.keySet().forEach(element -> {
            TextMark mark = TextMark.of(element);
            if (mark != TextMark.NONE) {
                heaviest.merge(mark, element, (a, b) -> heavier(a, b, mass));
            }
        });
        return heaviest;
    }

    /** Of two that hold the same, the inner. */
    private static Element heavier(Element a, Element b, Map<Element, Integer> mass) {
        int byMass = Integer.compare(mass.getOrDefault(a, 0), mass.getOrDefault(b, 0));
        return byMass > 0 || (byMass == 0 && a.parents().size() > b.parents().size()) ? a : b;
    }

    /** The element that holds nearly all text and of which no child does. */
    private static Element dominant(Element body, Map<Element, Integer> mass) {
        Element at = body;
        while (true) {
            Element heaviest = at;
            int most = 0;
            for (Element child : at.children()) {
                int childMass = mass.getOrDefault(child, 0);
                if (childMass > most) {
                    heaviest = child;
                    most = childMass;
                }
            }
            if (most == 0 || most < MOST_OF_AN_ELEMENT * mass.getOrDefault(at, 0)) {
                return at;
            }
            at = heaviest;
        }
    }
}

package news.parallax.crawler.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Knows which parts of one page are left out: {@link Boilerplate} that does not hold the page itself. */
final class PageParts {

    /** Shares of a page's running text; chosen on trafilatura's pages, where a tenth more or less changes little. */
    private static final double MOST_OF_THE_PAGE = 0.6;

    private static final double MUCH_OF_THE_PAGE = 0.4;

    /** A lead's own element, and those around its paragraph. */
    private static final int LEAD_DEPTH = 3;

    private final Element body;
    private final boolean withComments;
    private final Boilerplate boilerplate = new Boilerplate();
    private final Map<Element, Boolean> leftOut = new HashMap<>();
    /** Running text of each element, without what is never text. */
    private final Map<Element, Integer> mass;

    private final Set<Element> aroundHeadline = new HashSet<>();
    private final Set<Element> aroundMark = new HashSet<>();

    /**
     * @param withComments whether what readers write counts as text, as in forums
     */
    PageParts(Element body, boolean withComments) {
        this.body = body;
        this.withComments = withComments;
        this.mass = masses(TextBlocks.of(body, this::isNeverText));
        body.getElementsByTag("h1").forEach(headline -> addWithAncestors(headline, aroundHeadline));
        mass.keySet().stream()
                .filter(element -> TextMark.of(element).compareTo(TextMark.TEXT_CLASS) <= 0)
                .forEach(marked -> addWithAncestors(marked, aroundMark));
    }

    private static void addWithAncestors(Element element, Set<Element> elements) {
        for (Element at = element; at != null && elements.add(at); at = at.parent()) {}
    }

    /** Returns the blocks of all that is not left out. */
    List<TextBlock> blocks() {
        return TextBlocks.of(body, this::isLeftOut);
    }

    /** Returns for each element that has running text how much it has, in characters. */
    static Map<Element, Integer> masses(List<TextBlock> blocks) {
        Map<Element, Integer> masses = new HashMap<>();
        for (TextBlock block : blocks) {
            int mass = block.mass();
            for (Element at = block.element(); mass > 0 && at != null; at = at.parent()) {
                masses.merge(at, mass, Integer::sum);
            }
        }
        return masses;
    }

    /** Whether the block is in an element that is marked as the article's lead. */
    boolean isLead(TextBlock block) {
        Element at = block.element();
        for (int climbed = 0; at != null && climbed < LEAD_DEPTH; climbed++, at = at.parent()) {
            if (boilerplate.sort(at) == Boilerplate.Sort.LEAD) {
                return true;
            }
        }
        return false;
    }

    private boolean isNeverText(Element element) {
        return switch (boilerplate.sort(element)) {
            case NEVER -> true;
            case COMMENTS -> !withComments;
            case OPEN, LEAD, BESIDE, APART -> false;
        };
    }

    private boolean isLeftOut(Element element) {
        return leftOut.computeIfAbsent(element, asked -> switch (boilerplate.sort(asked)) {
            case OPEN, LEAD -> false;
            case NEVER, COMMENTS -> isNeverText(asked);
            case APART -> !holds(asked, MOST_OF_THE_PAGE);
            case BESIDE -> !holds(asked, MUCH_OF_THE_PAGE) && !aroundHeadline.contains(asked);
        });
    }

    /** An element around the marked text or around much of all text is the page, whatever its class says. */
    private boolean holds(Element element, double share) {
        return mass.getOrDefault(element, 0) > share * mass.getOrDefault(body, 0) || aroundMark.contains(element);
    }
}

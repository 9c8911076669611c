package news.parallax.crawler.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Finds in an article the cards that lead to other articles: parts whose only heading is a link to another page. */
final class Teasers {

    /** Share of the article's text; what holds more is a part of it. */
    private static final double LARGEST = 0.3;

    private static final double A_WHOLE_HEADING = 0.8;

    private final List<TextBlock> blocks;
    private final Element container;
    private final Map<Element, Integer> headings = new HashMap<>();
    private final Map<Element, Integer> masses = new HashMap<>();

    private Teasers(List<TextBlock> blocks, Element container) {
        this.blocks = blocks;
        this.container = container;
        for (TextBlock block : blocks) {
            for (Element at = block.element(); at != null && at != container; at = at.parent()) {
                headings.merge(at, block.isHeading() ? 1 : 0, Integer::sum);
                masses.merge(at, block.mass(), Integer::sum);
            }
        }
    }

    /** Returns the blocks of the container that are in no such card. */
    static List<TextBlock> without(List<TextBlock> blocks, Element container) {
        Set<Element> cards = new Teasers(blocks, container).cards();
        return cards.isEmpty()
                ? blocks
                : blocks.stream().filter(block -> !isInOneOf(cards, block)).toList();
    }

    private static boolean isInOneOf(Set<Element> cards, TextBlock block) {
        for (Element at = block.element(); at != null; at = at.parent()) {
            if (cards.contains(at)) {
                return true;
            }
        }
        return false;
    }

    private Set<Element> cards() {
        int all = blocks.stream().mapToInt(TextBlock::mass).sum();
        Set<Element> cards = new HashSet<>();
        for (TextBlock block : blocks) {
            if (block.isHeading() && block.linkShare() > A_WHOLE_HEADING && leadsElsewhere(block.element())) {
                Element card = cardAround(block.element());
                if (masses.getOrDefault(card, 0) < LARGEST * all) {
                    cards.add(card);
                }
            }
        }
        return cards;
    }

    /** The largest element in the container of which the heading is the only one. */
    private Element cardAround(Element heading) {
        Element card = heading;
        for (Element around = card.parent();
                around != null && around != container && headings.getOrDefault(around, 0) == 1;
                around = around.parent()) {
            card = around;
        }
        return card;
    }

    private static boolean leadsElsewhere(Element heading) {
        Element inside = heading.selectFirst("a[href]");
        Element link = inside == null ? heading.closest("a[href]") : inside;
        return link != null && !link.attr("href").startsWith("#");
    }
}

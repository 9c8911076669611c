package news.parallax.crawler.page;

import org.jsoup.nodes.Element;

/**
 * A run of text that people see as one paragraph, heading, list item or cell.
 *
 * @param text with single spaces, never empty
 * @param linkLength characters of it that are links
 * @param element the innermost block element around it
 */
record TextBlock(String text, int linkLength, Element element) {

    /** Shorter ones may be anything: a date, a button, a caption. */
    private static final int SHORTEST_PARAGRAPH = 25;

    /** Longer ones are leads that are set as headings. */
    private static final int LONGEST_HEADING = 120;

    private static final double MOST_LINKS = 0.5;

    double linkShare() {
        return linkLength / (double) text.length();
    }

    /** Whether it is marked as a heading and no paragraph by its length. */
    boolean isHeading() {
        String name = element.normalName();
        return text.length() <= LONGEST_HEADING
                && name.length() == 2
                && name.charAt(0) == 'h'
                && name.charAt(1) >= '1'
                && name.charAt(1) <= '6';
    }

    boolean isListItem() {
        return element.normalName().equals("li") || element.closest("li") != null;
    }

    /** How much running text this is: its length, 0 for what is short, a heading or mostly links. */
    int mass() {
        return text.length() < SHORTEST_PARAGRAPH || isHeading() || linkShare() > MOST_LINKS
                ? 0
                : text.length() - linkLength;
    }

    /** Whether the block stands in that element. */
    boolean isIn(Element container) {
        for (Element at = element; at != null; at = at.parent()) {
            if (at == container) {
                return true;
            }
        }
        return false;
    }
}

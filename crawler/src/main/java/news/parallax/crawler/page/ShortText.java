package news.parallax.crawler.page;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** The text of elements that may be a line of facts, read no further than such a line is long. */
final class ShortText {

    private ShortText() {}

    /** The element's text with single spaces, elements separated by one; empty if it is longer than that. */
    static String of(Element element, int charsMax) {
        StringBuilder text = new StringBuilder();
        NodeTraversor.filter((node, depth) -> append(node, text, 2 * charsMax), element);
        String plain = text.length() > 2 * charsMax ? "" : PageMetadata.plain(text.toString());
        return plain.length() > charsMax ? "" : plain;
    }

    private static NodeFilter.FilterResult append(Node node, StringBuilder text, int charsMax) {
        if (node instanceof TextNode words) {
            text.append(words.isBlank() ? " " : words.getWholeText());
        } else if (node instanceof Element element
                && (element.isBlock() || element.normalName().equals("br"))) {
            text.append(' ');
        }
        return text.length() > charsMax ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE;
    }

    /** Whether a text holds a decimal digit of any script. */
    static boolean holdsDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }
}

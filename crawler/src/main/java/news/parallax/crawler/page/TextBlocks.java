package news.parallax.crawler.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Cuts what an element shows into blocks, in the order of the page. Walks without recursion, so depth is no danger. */
final class TextBlocks implements NodeFilter {

    private static final Set<String> BLOCKS = Set.of(
            ("address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer"
                            + " form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td"
                            + " tfoot th thead tr ul")
                    .split(" "));

    private final Predicate<Element> left;
    private final List<TextBlock> blocks = new ArrayList<>();
    private final Deque<Element> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private int linkLength;
    private int links;
    private int breaks;

    private TextBlocks(Predicate<Element> left) {
        this.left = left;
    }

    /** Returns the blocks of an element, without the elements that are to be left out. */
    static List<TextBlock> of(Element element, Predicate<Element> leftOut) {
        var walk = new TextBlocks(leftOut);
        walk.open.push(element);
        NodeTraversor.filter(walk, element);
        walk.close();
        return walk.blocks;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode run) {
            append(run.getWholeText());
        } else if (node instanceof Element element) {
            if (depth > 0 && left.test(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            enter(element);
        }
        return FilterResult.CONTINUE;
    }

    private void enter(Element element) {
        String name = element.normalName();
        if (BLOCKS.contains(name)) {
            close();
            open.push(element);
        } else if (name.equals("a")) {
            links++;
        } else if (name.equals("br")) {
            breaks++;
            append(" ");
        }
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (BLOCKS.contains(element.normalName())) {
                close();
                if (open.size() > 1) {
                    open.pop();
                }
            } else if (element.normalName().equals("a")) {
                links--;
            }
        }
        return FilterResult.CONTINUE;
    }

    private void append(String run) {
        boolean blank = run.isBlank();
        if (!blank && breaks > 1) { // two line breaks in a row are an old way to separate paragraphs
            close();
        }
        breaks = blank ? breaks : 0;
        int before = text.length();
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            boolean space = Character.isWhitespace(c) || c == '\u00a0';
            if (!space) {
                text.append(c);
            } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }
        if (links > 0) {
            linkLength += text.length() - before;
        }
    }

    private void close() {
        String whole = text.toString().strip();
        if (!whole.isEmpty()) {
            blocks.add(new TextBlock(whole, Math.min(linkLength, whole.length()), open.getFirst()));
        }
        text.setLength(0);
        linkLength = 0;
        breaks = 0;
    }
}

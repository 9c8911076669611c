package news.parallax.crawler.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the running text of a page. First what never is text is taken away (navigation, boxes, comments, captions: by
 * element, role and the words in class and id), then the element with the densest paragraphs is chosen: each
 * paragraph gives its parent a score by length and commas and its grandparent half of it, less the share of its text
 * that is links (after Readability by Arc90, 2009, whose weights are used).
 */
final class BodyText {

    private static final String NEVER_TEXT =
            "script, style, noscript, template, nav, aside, footer, header, form, button,"
                    + " iframe, svg, figure, figcaption, select, object, embed, dialog, audio, video, canvas, address, h1,"
                    + " [hidden], [aria-hidden=true], [style~=display:\\s*none], [role=navigation], [role=complementary],"
                    + " [role=banner], [role=contentinfo], [role=dialog], [role=alertdialog], [role=search]";

    /** Words in class or id of what is not text; matched whole, so that "header-image" does not match "ad". */
    private static final Set<String> JUNK_WORDS = Set.of(
            ("ad ads advert advertisement advertising anzeige author authors banner breadcrumb breadcrumbs byline caption"
                            + " comment comments commentlist consent cookie cookies copyright credit dateline disclaimer disqus donate"
                            + " footer gdpr login masthead menu meta modal most nav navigation newsletter outbrain pagination"
                            + " paywall popular popup promo promotion promoted publicidad pub readmore recommended"
                            + " recommendations related share sharing shares sidebar signup skip social sponsor sponsored"
                            + " subscribe subscription taboola tag tags teaser teasers toolbar trending werbung widget")
                    .split(" "));

    private static final Pattern WORD_BORDER = Pattern.compile("[^\\p{Alnum}]+|(?<=\\p{Lower})(?=\\p{Upper})");
    private static final String BLOCKS =
            "p, div, section, article, ul, ol, li, blockquote, pre, table, h1, h2, h3, h4, h5, h6, dl, main";
    private static final String PARAGRAPHS = "p, li, blockquote, pre, div, section, article, td, h2, h3, h4";
    private static final String PARAGRAPH_END = "\u2029";
    private static final Pattern PARAGRAPH_ENDS = Pattern.compile(PARAGRAPH_END);
    private static final int SHORTEST_SCORED = 25;
    private static final double MOST_LINKS = 0.5;
    private static final double MOST_OF_THE_PAGE = 0.9;

    private BodyText() {}

    /** Returns the text, paragraphs separated by an empty line; empty if the page has none. */
    static String of(Document page) {
        Element body = page.clone().body();
        Element marked = largest(body, "[itemprop~=(^|\\s)articleBody(\\s|$)]");
        clean(body);
        Element container = marked != null && body.select("*").contains(marked) ? marked : densest(body);
        return String.join("\n\n", paragraphs(container));
    }

    private static @Nullable Element largest(Element body, String selector) {
        Element best = null;
        for (Element element : body.select(selector)) {
            if (best == null || element.text().length() > best.text().length()) {
                best = element;
            }
        }
        return best;
    }

    private static void clean(Element body) {
        int all = paragraphLength(body);
        for (Element element : body.select("[class], [id]")) {
            if (isJunk(element) && !holdsThePage(element, all)) {
                element.remove();
            }
        }
        body.select(NEVER_TEXT).remove();
    }

    /** An element around the headline or around nearly all paragraphs is the page, whatever its class says. */
    private static boolean holdsThePage(Element element, int allParagraphs) {
        return element.selectFirst("h1, main, article, [itemprop=articleBody]") != null
                || paragraphLength(element) > MOST_OF_THE_PAGE * allParagraphs;
    }

    private static int paragraphLength(Element element) {
        return element.select("p").stream().mapToInt(p -> p.text().length()).sum();
    }

    private static boolean isJunk(Element element) {
        return WORD_BORDER
                .splitAsStream(element.className() + " " + element.id())
                .anyMatch(word -> JUNK_WORDS.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static Element densest(Element body) {
        Map<Element, Double> scores = new HashMap<>();
        for (Element paragraph : body.select(PARAGRAPHS)) {
            String text = paragraph.text();
            Element parent = paragraph.parent();
            if (isParagraph(paragraph) && text.length() >= SHORTEST_SCORED && parent != null) {
                double score = (1 + text.chars().filter(c -> c == ',').count() + Math.min(text.length() / 100, 3))
                        * (1 - linkShare(paragraph));
                scores.merge(parent, score, Double::sum);
                if (parent.parent() != null) {
                    scores.merge(parent.parent(), score / 2, Double::sum);
                }
            }
        }
        return scores.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(body);
    }

    private static List<String> paragraphs(Element container) {
        List<String> texts = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        for (Element element : container.select(PARAGRAPHS)) {
            String text = element.text().strip();
            if (text.isEmpty() || !isParagraph(element) || linkShare(element) > MOST_LINKS) {
                continue;
            }
            if (element.normalName().startsWith("h")) {
                headings.add(text); // kept only if text follows
            } else {
                texts.addAll(headings);
                headings.clear();
                texts.addAll(lines(element));
            }
        }
        return texts;
    }

    /** Whether the element holds text of its own and no block. */
    private static boolean isParagraph(Element element) {
        return element.select(BLOCKS).size() <= (element.is(BLOCKS) ? 1 : 0);
    }

    /** Two line breaks in a row are an old way to separate paragraphs. */
    private static List<String> lines(Element element) {
        Element copy = element.clone();
        copy.select("br + br").forEach(br -> br.after(PARAGRAPH_END));
        return PARAGRAPH_ENDS
                .splitAsStream(copy.text())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static double linkShare(Element element) {
        int length = element.text().length();
        return length == 0
                ? 0
                : element.select("a").stream().mapToInt(a -> a.text().length()).sum() / (double) length;
    }
}

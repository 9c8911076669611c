package news.parallax.crawler.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Chooses among the blocks of an article's element those that are its text, and the lead that stands before it. */
final class RunningText {

    private static final double MOST_LINKS = 0.6;
    private static final int LONG = 80;

    /** How a sentence ends, in any script; closing quotes and brackets may follow. */
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…:;。！？؟।॥։]['\"”’“»›)\\]]*\\s*$");

    /** A caption that stands as a paragraph: it ends with who took the picture. */
    private static final Pattern CAPTION = Pattern.compile(
            "(?i)(foto|fotos|photo|photos|bild|image|imagen|credit|crédit|crédits|zdjęcie|фото|photo by|picture)\\s*[:©]\\s*[^.!?:]{2,60}$|©[^.!?]{2,60}$");

    private static final int LONGEST_CAPTION = 300;

    /** A time of day or a year. */
    private static final Pattern TIME = Pattern.compile("\\d{1,2}[:.]\\d\\d|\\b(19|20)\\d\\d\\b");

    /** Short lines that point elsewhere. */
    private static final Pattern POINTS_ELSEWHERE = Pattern.compile(
            "(?i)^\\W*(read (also|more|next)|see also|related|more (on|from|stories)|also read"
                    + "|advertisement|sponsored|share (this|on)|follow us|sign up|subscribe|filed under|posted (in|on|by)|tags?:|categor(y|ies):|view comments"
                    + "|lesen sie (auch|mehr|hier)|mehr zum thema|auch interessant|das könnte (sie|dich)|weitere? (artikel|themen|informationen|nachrichten)|weiterführende|empfohlene|anzeige\\b|werbung\\b|schlagwor|stichwor|kategorien?:|teilen|folgen sie|foto:|bild:|bilder?:|quelle:"
                    + "|lire aussi|à lire|en savoir plus|voir aussi|sur le même|publicité|partager"
                    + "|lee (también|más)|leer más|te puede interesar|más información|publicidad|compartir|relacionad"
                    + "|leggi anche|potrebbe interessarti|pubblicità|lees ook|lees meer|advertentie|leia (também|mais)|veja também|saiba mais"
                    + "|czytaj (także|też|również|więcej)|zobacz (także|też|również|więcej)|przeczytaj|reklama\\b|читайте также|смотрите также|по теме|реклама\\b|читайте також"
                    + "|läs (också|mer)|les også|læs også|lue myös|ilgili haber|baca juga|xem thêm|関連記事|あわせて読みたい|相关阅读|相關新聞|관련기사)");

    private RunningText() {}

    /** Returns the paragraphs of the article in the container; the blocks are all that the page has. */
    static List<String> of(List<TextBlock> all, Element container, PageParts parts) {
        int from = 0;
        while (from < all.size() && !all.get(from).isIn(container)) {
            from++;
        }
        int to = from;
        while (to < all.size() && all.get(to).isIn(container)) {
            to++;
        }
        List<TextBlock> inside = Teasers.without(all.subList(from, to), container);
        List<String> texts = new ArrayList<>(leads(all.subList(0, from), parts));
        texts.addAll(paragraphs(trimmed(inside)));
        return texts;
    }

    /** What sums the article up between its headline and its text. */
    private static List<String> leads(List<TextBlock> before, PageParts parts) {
        int headline = before.size() - 1;
        while (headline >= 0 && !before.get(headline).element().normalName().equals("h1")) {
            headline--;
        }
        return headline < 0
                ? List.of()
                : before.subList(headline + 1, before.size()).stream()
                        .filter(block -> block.mass() >= LONG || (block.mass() > 0 && parts.isLead(block)))
                        .map(TextBlock::text)
                        .distinct()
                        .toList();
    }

    /** Without the short lines before the first and after the last paragraph, if there are paragraphs. */
    private static List<TextBlock> trimmed(List<TextBlock> blocks) {
        int from = firstParagraph(blocks, 0);
        int to = blocks.size();
        while (to > from && !isParagraph(blocks.get(to - 1)) && !isEnding(blocks.get(to - 1))) {
            to--;
        }
        if (from >= to) {
            return blocks;
        }
        while (from > 0 && stands(blocks.get(from - 1), blocks.get(from))) {
            from--;
        }
        while (to < blocks.size() && stands(blocks.get(to), blocks.get(to - 1))) {
            to++;
        }
        List<TextBlock> kept = new ArrayList<>(blocks.subList(from, to));
        int second = firstParagraph(kept, 1); // the first may be the lead, and when it was written stands below it
        kept.subList(1, Math.min(second, kept.size())).removeIf(RunningText::isDateline);
        return kept;
    }

    /** Whether a short line is a paragraph by its element and stands beside one. */
    private static boolean stands(TextBlock line, TextBlock paragraph) {
        return line.element().normalName().equals("p")
                && line.element().parent() == paragraph.element().parent()
                && line.linkShare() <= MOST_LINKS
                && !isDateline(line)
                && !pointsElsewhere(line);
    }

    private static int firstParagraph(List<TextBlock> blocks, int from) {
        int at = from;
        while (at < blocks.size() && !isParagraph(blocks.get(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDateline(TextBlock block) {
        return block.text().length() < LONG
                && !block.isHeading()
                && !block.isListItem()
                && TIME.matcher(block.text()).find();
    }

    private static boolean isParagraph(TextBlock block) {
        return block.mass() >= LONG
                || (block.mass() > 0 && SENTENCE_END.matcher(block.text()).find() && !pointsElsewhere(block));
    }

    private static boolean isEnding(TextBlock block) {
        return block.isListItem() && block.linkShare() < MOST_LINKS
                || SENTENCE_END.matcher(block.text()).find() && !pointsElsewhere(block) && !block.isHeading();
    }

    private static boolean pointsElsewhere(TextBlock block) {
        return block.text().length() < 2 * LONG
                && POINTS_ELSEWHERE.matcher(block.text()).find();
    }

    private static boolean isCaption(TextBlock block) {
        return block.text().length() <= LONGEST_CAPTION
                && CAPTION.matcher(block.text()).find();
    }

    /** Whether it holds no letter, as the labels of a chart do. */
    private static boolean isNoise(TextBlock block) {
        return block.text().codePoints().noneMatch(Character::isLetter)
                && !block.isListItem()
                && block.element().closest("table") == null;
    }

    private static List<String> paragraphs(List<TextBlock> blocks) {
        List<String> texts = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (TextBlock block : blocks) {
            if (block.linkShare() > MOST_LINKS
                    || pointsElsewhere(block)
                    || isCaption(block)
                    || isNoise(block)
                    || (block.text().length() > LONG && !seen.add(block.text().toLowerCase(Locale.ROOT)))) {
                continue;
            }
            if (block.isHeading()) {
                headings.add(block.text()); // kept only if text follows
            } else {
                texts.addAll(headings);
                headings.clear();
                texts.add(block.text());
            }
        }
        return texts;
    }
}

package news.parallax.crawler.page;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Titles as texts: what of them names the outlet, and how much two of them share. */
final class TitleText {

    /** Between a headline and the outlet's name. A hyphen or colon without spaces belongs to a word. */
    private static final Pattern SEPARATOR = Pattern.compile(
            "\\s+[-–—|»«:·•/\\\\>‹›~+*]+\\s+|\\s*[|｜»«▷►]\\s*|\\s*::\\s*|(?<=\\p{IsHan})[_-](?=\\p{IsHan})|\\s*[：]\\s*|:\\s+|\\s*<\\s+");

    private static final Pattern STRONG = Pattern.compile("[|｜»«:▷►·•‹›]|^\\s+[/\\\\>]");
    private static final Pattern WORD_BORDER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final int PARTS_CUT_MAX = 4;
    private static final int STEM = 6;
    private static final int TAIL_WORDS_MAX = 3;

    private TitleText() {}

    /** "Title | Outlet", "Outlet: Title" and "Title - Section - Outlet" become "Title". */
    static String withoutOutlet(String title, Outlet outlet) {
        String rest = title.strip();
        for (int i = 0; i < PARTS_CUT_MAX; i++) {
            String cut = withoutOneName(rest, outlet);
            if (cut.equals(rest)) {
                break;
            }
            rest = cut;
        }
        return rest;
    }

    private static String withoutOneName(String title, Outlet outlet) {
        Matcher separator = SEPARATOR.matcher(title);
        int lastStart = -1;
        int lastEnd = -1;
        boolean first = true;
        while (separator.find()) {
            String head = title.substring(0, separator.start());
            boolean colon = separator.group().strip().equals(":");
            if (first && !head.isEmpty() && (colon ? outlet.isNamed(head) : outlet.isNamedIn(head))) {
                return title.substring(separator.end()).strip();
            }
            first = false;
            lastStart = separator.start();
            lastEnd = separator.end();
        }
        boolean named = lastStart > 0 && outlet.isNamedIn(title.substring(lastEnd));
        return named ? title.substring(0, lastStart).strip() : title;
    }

    /**
     * The headline in a document's title. After the outlet's name is gone a short last part is taken for a section, or
     * for a name of the outlet that nothing else tells.
     */
    static String ofDocument(String title, Outlet outlet) {
        String rest = withoutOutlet(title, outlet);
        if (!rest.equals(title.strip())) {
            return rest;
        }
        Matcher separator = SEPARATOR.matcher(rest);
        int start = -1;
        int end = -1;
        boolean strong = false;
        while (separator.find()) {
            start = separator.start();
            end = separator.end();
            strong = STRONG.matcher(separator.group()).find()
                    && !separator.group().startsWith(":");
        }
        if (start <= 0) {
            return rest;
        }
        String head = rest.substring(0, start).strip();
        String tail = rest.substring(end).strip();
        boolean shortTail = wordCount(tail) <= TAIL_WORDS_MAX && wordCount(head) > wordCount(tail);
        return strong && head.length() >= tail.length()
                        || shortTail && !rest.substring(start, end).startsWith(":")
                ? head
                : rest;
    }

    private static int wordCount(String text) {
        return WORD_BORDER.split(text).length;
    }

    /** Share of common words in [0, 1] (Dice); of scripts without spaces the pairs of characters are the words. */
    static double likeness(String a, String b) {
        Set<String> words = words(a);
        Set<String> others = words(b);
        int sum = words.size() + others.size();
        words.retainAll(others);
        return sum == 0 ? 0 : 2.0 * words.size() / sum;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : WORD_BORDER.split(text.toLowerCase(Locale.ROOT))) {
            if (word.isEmpty()) {
                continue;
            }
            if (word.codePoints().anyMatch(TitleText::isWrittenWithoutSpaces)) {
                for (int i = 0; i + 1 < word.length(); i++) {
                    words.add(word.substring(i, i + 2));
                }
            } else {
                words.add(word.substring(0, Math.min(word.length(), STEM)));
            }
        }
        return words;
    }

    private static boolean isWrittenWithoutSpaces(int codePoint) {
        return List.of(
                        Character.UnicodeScript.HAN,
                        Character.UnicodeScript.HIRAGANA,
                        Character.UnicodeScript.KATAKANA,
                        Character.UnicodeScript.THAI)
                .contains(Character.UnicodeScript.of(codePoint));
    }
}

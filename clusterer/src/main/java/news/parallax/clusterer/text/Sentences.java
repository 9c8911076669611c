package news.parallax.clusterer.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cuts text into sentences and knows which of them can stand alone. */
public final class Sentences {

    /** A summary point has so many words, ends included. */
    private static final int WORDS_MIN = 8;

    private static final int WORDS_MAX = 35;

    /** For scripts without spaces words are characters, nearly; and no point is longer than this. */
    private static final int CHARACTERS_MAX = 320;

    /** After these a full stop ends no sentence; BreakIterator does not know them. Lower case. */
    private static final Set<String> ABBREVIATIONS = words(
            "mr mrs ms dr prof sr sra srta st ste no nr num vol vs gen col sgt lt capt cpt rep sen gov hon rev jr inc ltd co "
                    + "corp jan feb mar apr jun jul aug sep sept oct nov dec okt dez mio mrd bzw ca etc approx dept est fig "
                    + "art av avda ud uds dott ing avv sig mme mlle mgr cf usw d.h z.b u.a a.m p.m u.s u.k e.g i.e");

    private static final WordList BACKWARD = WordList.read("backward-words.txt");

    private static final WordList PRONOUNS = WordList.read("pronouns.txt");
    private static final WordList ADDRESS = WordList.read("address-words.txt");
    private static final Boilerplate BOILERPLATE = Boilerplate.read("boilerplate.txt");

    private static final Pattern PARAGRAPHS = Pattern.compile("\\n+");

    /** Where a report was written, before its first sentence: "LONDON, May 3 (Reuters) - ", "NEW DELHI: ", "London – ". */
    private static final Pattern DATELINE = Pattern.compile(
            "^(?:\\p{Lu}{2,}[\\p{L}\\d., ’'-]{1,40}(?:\\([^)]{2,30}\\))?\\s*[-–—]\\s+"
                    + "|\\p{Lu}[\\p{Lu} ,'-]{3,30}:\\s+"
                    + "|\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+){0,2}(?:, \\p{Lu}\\p{L}+)?(?: \\([^)]{2,30}\\))? [–—-] )(?=\\p{Lu})");

    private static final Pattern QUOTATION = Pattern.compile("“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“]*“");

    /** Two sentences that lost what stood between them: "a strike.The union". */
    private static final Pattern GLUED = Pattern.compile("[\\p{Ll})][.:!?]\\p{Lu}\\p{Ll}");

    private static final Pattern SPEAKER = Pattern.compile("(?<!\\p{L})I(?:['’]\\p{L}+)? \\p{Ll}");

    /** Among so many words a sentence that stands for itself says of whom or what it speaks. */
    private static final int WORDS_TO_NAME = 8;

    private Sentences() {}

    private static Set<String> words(String spaced) {
        return Set.copyOf(List.of(spaced.split(" ")));
    }

    /** Returns the sentences of all paragraphs in order, stripped, none empty. */
    static List<String> split(String text, String language) {
        List<String> sentences = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
        for (String paragraph : PARAGRAPHS.split(text)) {
            splitParagraph(paragraph.strip(), breaks, sentences);
        }
        return sentences;
    }

    /** Returns the folded words of a sentence that say something. */
    public static Set<String> contentWords(String sentence, String language) {
        return Tokenizer.tokens(sentence).stream()
                .filter(token -> !FunctionWords.contain(token, language))
                .map(Token::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the first sentences that make sense without their neighbors. */
    static List<String> selfContained(String text, String language, int limit) {
        return split(text, language).stream()
                .map(sentence -> DATELINE.matcher(sentence).replaceFirst(""))
                .filter(sentence -> standsAlone(sentence, language))
                .limit(limit)
                .toList();
    }

    private static void splitParagraph(String paragraph, BreakIterator breaks, List<String> sentences) {
        breaks.setText(paragraph);
        int start = 0;
        for (int end = breaks.following(0); end != BreakIterator.DONE; end = breaks.next()) {
            String sentence = paragraph.substring(start, end).strip();
            if (end < paragraph.length() && endsInAbbreviation(sentence)) {
                continue;
            }
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
            start = end;
        }
    }

    private static boolean endsInAbbreviation(String sentence) {
        if (!sentence.endsWith(".")) {
            return false;
        }
        String last = sentence.substring(sentence.lastIndexOf(' ') + 1, sentence.length() - 1);
        boolean initialOrOrdinal = last.length() == 1 && Character.isUpperCase(last.charAt(0))
                || !last.isEmpty() && last.length() <= 2 && last.chars().allMatch(Character::isDigit);
        return initialOrOrdinal || ABBREVIATIONS.contains(last.toLowerCase(Locale.ROOT));
    }

    /** Whether a sentence is one: neither too short nor too long, begun and ended, and not pointing back at another. */
    public static boolean standsAlone(String sentence, String language) {
        if (sentence.isEmpty()) {
            return false;
        }
        int words = Tokenizer.count(sentence);
        int first = sentence.codePointAt(0);
        boolean begins = Character.isLetterOrDigit(first) && !Character.isLowerCase(first);
        boolean ends = ".!。！।".indexOf(sentence.codePointBefore(sentence.length())) >= 0 && !sentence.endsWith("..");
        return words >= WORDS_MIN
                && words <= WORDS_MAX
                && sentence.length() <= CHARACTERS_MAX
                && begins
                && ends
                && quotesAreWhole(sentence)
                && !GLUED.matcher(sentence).find()
                && !pointsBack(sentence, language)
                && !addressesReader(sentence, language)
                && !BOILERPLATE.isIn(sentence);
    }

    /** Whether it opens with a word that stands for something said before. */
    private static boolean pointsBack(String sentence, String language) {
        List<Token> words = Tokenizer.tokens(sentence);
        return BACKWARD.contains(firstWord(sentence), language)
                || words.stream().limit(3).skip(1).anyMatch(word -> PRONOUNS.contains(word.surface(), language));
    }

    /** Whether it speaks of its writer or to its reader; a quotation may. */
    private static boolean addressesReader(String sentence, String language) {
        String said = QUOTATION.matcher(sentence).replaceAll(" ");
        return SPEAKER.matcher(said).find()
                || Tokenizer.tokens(said).stream()
                        .filter(word -> !isAcronym(word.surface()))
                        .anyMatch(word -> ADDRESS.contains(word.surface(), language));
    }

    private static boolean isAcronym(String word) {
        return word.codePoints().noneMatch(Character::isLowerCase);
    }

    /** Whether one of the first words, but not the very first, has a capital or is a number. */
    public static boolean namesSomethingSoon(String sentence) {
        return Tokenizer.tokens(sentence).stream()
                .limit(WORDS_TO_NAME)
                .skip(1)
                .anyMatch(word -> word.kind() != Token.Kind.WORD);
    }

    /** Whether every quotation that opens also closes, in the marks of English, French and German („…“). */
    private static boolean quotesAreWhole(String sentence) {
        int german = sentence.indexOf('„') >= 0 ? -1 : 1;
        int open = 0;
        int straight = 0;
        for (int i = 0; i < sentence.length(); i++) {
            switch (sentence.charAt(i)) {
                case '„', '«' -> open++;
                case '“' -> open += german;
                case '”', '»' -> open--;
                case '"' -> straight++;
                default -> {}
            }
        }
        return open == 0 && straight % 2 == 0;
    }

    private static String firstWord(String sentence) {
        int end = 0;
        while (end < sentence.length() && Character.isLetter(sentence.charAt(end))) {
            end++;
        }
        return sentence.substring(0, end);
    }
}

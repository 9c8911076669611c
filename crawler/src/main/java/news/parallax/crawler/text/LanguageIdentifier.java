package news.parallax.crawler.text;

import static java.util.regex.Pattern.UNICODE_CHARACTER_CLASS;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the language of a text from its script and, where several languages share one, from its letter sequences and from
 * words that only one of near relatives uses. Knows 87 languages. Safe for threads.
 */
public final class LanguageIdentifier {

    /** Characters looked at; more do not change the answer. */
    private static final int TEXT_LIMIT = 1200;

    /** An n-gram counts by how much more likely it is than {@code exp(-WORTH)}; 4 to 6 did equally well. */
    private static final double WORTH = 5;

    /** What a telling word adds; a word's n-grams tell near relatives apart by 1 or 2. */
    private static final double WORTH_OF_CLUE = 8;

    /** Letters from which on a detected language may overrule a stated one. */
    private static final int LETTERS_TO_OVERRULE = 100;

    /** How much better by letter the detected language must fit than the stated one to overrule it. */
    private static final double LEAD_TO_OVERRULE = 0.5;

    /** Languages whose texts are too alike to overrule what a page says. */
    private static final List<Set<String>> RELATIVES = List.of(
            Set.of("nb", "nn", "da"),
            Set.of("bs", "hr", "sr"),
            Set.of("ms", "id"),
            Set.of("zu", "xh"),
            Set.of("hi", "mr"));

    /** What Tigrinya writes and Amharic hardly does: some syllables anywhere, zə- before verbs, -ti and "nay". */
    private static final Pattern TIGRINYA = Pattern.compile(
            "[\\u1250-\\u125F\\u12B8-\\u12BE\\u12A3]|\\b\\u12DD|\\u1272\\b|\\u1293\\u12ED", UNICODE_CHARACTER_CLASS);

    /** The reverse: yä- before nouns and verbs, "näw", "nachäw", -ch and -wa. */
    private static final Pattern AMHARIC = Pattern.compile(
            "\\b\\u12E8|\\u1290\\u12CD\\b|\\u1293\\u1278\\u12CD|\\u127D\\b|\\u12CB\\b", UNICODE_CHARACTER_CLASS);

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}]+");

    private final LanguageModel model = LanguageModel.shipped();
    private final LanguageClues clues = LanguageClues.shipped();

    /** What is found in a text: scores by the model's languages, and the best of them. */
    private record Finding(String language, double[] scores, int letters) {}

    /** Returns the BCP-47 code of the text's language, without script or region; empty if there are no letters. */
    public Optional<String> identify(String text) {
        return find(text).map(Finding::language);
    }

    /**
     * Returns the language of a text that comes with a statement. The statement wins, with its region, unless the text is
     * long enough and clearly in another language: a template's {@code lang="en"} is a common mistake. Where the two only
     * differ as relatives do, and where the model does not know the stated language, the statement wins too.
     *
     * @param stated as it stands in the page; empty if nothing is stated
     * @return BCP-47; empty if nothing is stated and nothing found
     */
    public String identify(String text, String stated) {
        String tag = normal(stated);
        Optional<Finding> finding = find(text);
        if (tag.isEmpty() || finding.isEmpty()) {
            return finding.map(Finding::language).orElse(tag);
        }
        Finding found = finding.get();
        String language = Locale.forLanguageTag(tag).getLanguage();
        if (language.equals("no") && (found.language.equals("nb") || found.language.equals("nn"))) {
            return found.language;
        }
        return overrules(found, language) ? found.language : tag;
    }

    private boolean overrules(Finding found, String stated) {
        boolean related =
                RELATIVES.stream().anyMatch(group -> group.contains(stated) && group.contains(found.language));
        boolean filler = found.language.equals("la"); // "lorem ipsum"
        if (related || filler || stated.equals(found.language) || found.letters < LETTERS_TO_OVERRULE) {
            return false;
        }
        int known = model.languages().indexOf(stated);
        if (found.scores.length == 0) { // told by its script
            return known >= 0 || Scripts.knows(stated);
        }
        int number = model.languages().indexOf(found.language);
        return known >= 0 && (found.scores[number] - found.scores[known]) / found.letters >= LEAD_TO_OVERRULE;
    }

    private static String normal(String stated) {
        String tag = Locale.forLanguageTag(stated.strip().replace('_', '-')).toLanguageTag();
        return tag.equals("und") ? "" : tag;
    }

    private Optional<Finding> find(String text) {
        String start = text.length() > TEXT_LIMIT ? text.substring(0, TEXT_LIMIT) : text;
        Scripts scripts = Scripts.of(start);
        return scripts.main().map(script -> {
            int letters = scripts.count(script);
            if (script == UnicodeScript.ETHIOPIC) {
                return new Finding(ethiopic(start), new double[0], letters);
            }
            return Scripts.language(script)
                    .map(language -> new Finding(language, new double[0], letters))
                    .orElseGet(() -> compare(start, script, letters));
        });
    }

    private static String ethiopic(String text) {
        long tigrinya = TIGRINYA.matcher(text).results().count();
        return tigrinya > AMHARIC.matcher(text).results().count() ? "ti" : "am";
    }

    private Finding compare(String text, UnicodeScript script, int letters) {
        double[] scores = new double[model.languages().size()];
        double[] clueScores = new double[scores.length];
        for (String word : NO_WORD.split(text.toLowerCase(Locale.ROOT))) {
            model.addEvidence(word, WORTH, scores);
            for (String language : clues.of(word)) {
                clueScores[model.languages().indexOf(language)] += WORTH_OF_CLUE;
            }
        }
        if (script == UnicodeScript.LATIN) {
            scores[number("sr")] =
                    Math.max(scores[number("bs")], scores[number("hr")]) - 1; // the model has it in Cyrillic
        }
        for (int i = 0; i < scores.length; i++) {
            boolean possible = Scripts.writes(model.languages().get(i), script)
                    || (script == UnicodeScript.LATIN && i == number("sr"));
            scores[i] = possible ? scores[i] + clueScores[i] : Double.NEGATIVE_INFINITY;
        }
        double best = Arrays.stream(scores).max().orElseThrow();
        int number = 0;
        while (scores[number] < best) {
            number++;
        }
        return new Finding(best > 0 ? model.languages().get(number) : "und", scores, letters);
    }

    private int number(String language) {
        return model.languages().indexOf(language);
    }
}

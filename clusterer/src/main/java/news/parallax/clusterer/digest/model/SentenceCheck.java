package news.parallax.clusterer.digest.model;

import static news.parallax.clusterer.digest.model.Flaw.Kind.DATE_NOT_FOUND;
import static news.parallax.clusterer.digest.model.Flaw.Kind.DOES_NOT_STAND_ALONE;
import static news.parallax.clusterer.digest.model.Flaw.Kind.INSTRUCTION;
import static news.parallax.clusterer.digest.model.Flaw.Kind.NAME_JOINED;
import static news.parallax.clusterer.digest.model.Flaw.Kind.NAME_NOT_FOUND;
import static news.parallax.clusterer.digest.model.Flaw.Kind.NOT_PLAIN;
import static news.parallax.clusterer.digest.model.Flaw.Kind.NUMBER_NOT_FOUND;
import static news.parallax.clusterer.digest.model.Flaw.Kind.OTHER_WORDS;
import static news.parallax.clusterer.digest.model.Flaw.Kind.QUOTE_NOT_FOUND;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.parallax.clusterer.digest.model.FigureScanner.Scan;
import news.parallax.clusterer.text.Sentences;

/**
 * Says whether an article bears a sentence out: its numbers, dates, names and quotations stand there, and most of its other
 * words do. What it cannot see is a wrong relation between right words: who did it to whom, and a "not" too few.
 */
final class SentenceCheck {

    /** Share of the words that say something; below it the sentence tells something else, or in another language. */
    private static final double SHARED_WORDS_MIN = 0.5;

    /** Addresses, markup, and characters that are not seen; the joiners of Persian and Indic writing are. */
    private static final Pattern NOT_TEXT = Pattern.compile(
            "(?iu)https?:|www\\.|@\\w|\\w\\.(com|org|net|info|biz|io|ru|cn|de|uk|eu|example)\\b|[<>{}\\[\\]|`*_#\\\\^~]"
                    + "|[\\p{Cc}\\p{Cf}&&[^\\u200c\\u200d\\u00ad]]");

    /** What no report says of its event outside of quotations; in the languages of the injections that we know. */
    private static final Pattern TALK = Pattern.compile(
            "(?iu)\\b(ignore|disregard|forget) (all|any|the|every|previous|prior|above)|\\bas an ai\\b|\\bsystem prompt\\b"
                    + "|\\b(previous|prior|above|these|my) instructions\\b|\\bclick\\b|\\bsubscribe\\b|\\b(you|your)\\b"
                    + "|\\bignoriere? (sie|alle|die)\\b|\\b(klicken|abonnieren) sie\\b"
                    + "|игнорируй|нажмите|подпишитесь|忽略(以上|之前|上述|所有)|点击|订阅");

    private static final Pattern CHINESE_PRONOUN_FIRST = Pattern.compile("^[他她它这那此该其]");

    private final String text;
    private final CitedArticle article;
    private final Scan scan;
    private final List<Word> words;

    private SentenceCheck(String text, CitedArticle article) {
        this.text = text;
        this.article = article;
        this.scan = FigureScanner.scan(text, article.language());
        this.words = Word.of(scan.rest());
    }

    /** Returns the first thing that is wrong with a sentence, if anything. */
    static Optional<Flaw> flawOf(String text, CitedArticle article) {
        return new SentenceCheck(text, article).flaw();
    }

    private Optional<Flaw> flaw() {
        return notPlain()
                .or(this::talk)
                .or(this::notAlone)
                .or(this::quotation)
                .or(this::figure)
                .or(this::time)
                .or(this::name)
                .or(this::joinedName)
                .or(this::unspaced)
                .or(this::otherWords);
    }

    private Optional<Flaw> notPlain() {
        return firstMatch(NOT_TEXT, text).map(found -> new Flaw(NOT_PLAIN, found));
    }

    private Optional<Flaw> talk() {
        return firstMatch(TALK, Quotations.without(text)).map(found -> new Flaw(INSTRUCTION, found));
    }

    private Optional<Flaw> notAlone() {
        boolean alone = Sentences.standsAlone(text, article.language())
                && !CHINESE_PRONOUN_FIRST.matcher(text).find();
        return alone ? Optional.empty() : Optional.of(new Flaw(DOES_NOT_STAND_ALONE, ""));
    }

    private Optional<Flaw> quotation() {
        return Quotations.in(text).stream()
                .filter(quotation -> !article.quotes(quotation))
                .findFirst()
                .map(quotation -> new Flaw(QUOTE_NOT_FOUND, quotation));
    }

    private Optional<Flaw> figure() {
        return scan.figures().stream()
                .filter(figure -> !article.has(figure))
                .findFirst()
                .map(figure ->
                        new Flaw(NUMBER_NOT_FOUND, (figure.value().toPlainString() + " " + figure.unit()).strip()));
    }

    private Optional<Flaw> time() {
        String plain = FigureScanner.normalized(text);
        return TimeWords.in(plain, Word.of(plain), article.language()).stream()
                .filter(time -> !article.times().contains(time))
                .sorted()
                .findFirst()
                .map(time -> new Flaw(DATE_NOT_FOUND, time));
    }

    private Optional<Flaw> name() {
        return words.stream()
                .filter(this::mayBeName)
                .filter(word -> !article.has(word))
                .filter(word ->
                        TimeWords.in("", List.of(word), article.language()).isEmpty())
                .findFirst()
                .map(word -> new Flaw(NAME_NOT_FOUND, word.surface()));
    }

    private boolean mayBeName(Word word) {
        return switch (word.script()) {
            case CASED -> word.isCapitalized() && saysSomething(word);
            case SPACED -> saysSomething(word);
            case UNSPACED -> false;
        };
    }

    private Optional<Flaw> joinedName() {
        for (int i = 1; i < words.size(); i++) {
            Word first = words.get(i - 1);
            Word second = words.get(i);
            if (second.joined() && isNamePart(first) && isNamePart(second) && !article.hasTogether(first, second)) {
                return Optional.of(new Flaw(NAME_JOINED, first.surface() + " " + second.surface()));
            }
        }
        return Optional.empty();
    }

    private boolean isNamePart(Word word) {
        return word.isCapitalized() && saysSomething(word) && article.has(word) && article.isName(word);
    }

    private Optional<Flaw> unspaced() {
        return UnspacedText.firstNew(scan.rest(), article.pairs()).map(run -> new Flaw(NAME_NOT_FOUND, run));
    }

    private Optional<Flaw> otherWords() {
        Set<String> said = Sentences.contentWords(scan.rest(), article.language());
        return article.shareOf(said) >= SHARED_WORDS_MIN ? Optional.empty() : Optional.of(new Flaw(OTHER_WORDS, ""));
    }

    /** Whether it is more than a function word of the language. */
    private boolean saysSomething(Word word) {
        return !Sentences.contentWords(word.surface(), article.language()).isEmpty();
    }

    private static Optional<String> firstMatch(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}

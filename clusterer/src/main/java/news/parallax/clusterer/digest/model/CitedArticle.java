package news.parallax.clusterer.digest.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.parallax.clusterer.text.Sentences;

/** What an article says, laid out for looking things up in it. */
final class CitedArticle {

    /** Parts of one name have at most one word between them: "President Anna Lind" is "President Lind" too. */
    private static final int NAME_REACH = 2;

    private final String language;
    private final List<Figure> figures;
    private final Set<String> times;
    private final Set<String> contentWords;
    private final Set<String> pairs;
    private final String quotable;
    private final Map<String, Set<Integer>> places = new HashMap<>();
    private final Set<String> uncapitalized = new HashSet<>();

    CitedArticle(Excerpt excerpt) {
        this.language = excerpt.language();
        String text = FigureScanner.normalized(excerpt.text());
        List<Word> words = Word.of(text);
        this.figures = FigureScanner.scan(text, language).figures();
        this.times = TimeWords.in(text, words, language);
        this.contentWords = Sentences.contentWords(text, language);
        this.pairs = UnspacedText.pairs(text);
        this.quotable = Quotations.comparable(text);
        for (int i = 0; i < words.size(); i++) {
            for (String form : WordForms.of(words.get(i).surface(), language)) {
                places.computeIfAbsent(form, _ -> new HashSet<>()).add(i);
                if (!words.get(i).isCapitalized()) {
                    uncapitalized.add(form);
                }
            }
        }
    }

    String language() {
        return language;
    }

    boolean has(Figure figure) {
        return figures.stream().anyMatch(figure::standsIn);
    }

    Set<String> times() {
        return times;
    }

    boolean has(Word word) {
        return !placesOf(word).isEmpty();
    }

    /** Whether a word is a name here: it never stands without a capital. */
    boolean isName(Word word) {
        return WordForms.of(word.surface(), language).stream().noneMatch(uncapitalized::contains);
    }

    /** Whether two words stand together somewhere, in this order. */
    boolean hasTogether(Word first, Word second) {
        Set<Integer> after = placesOf(second);
        return placesOf(first).stream().anyMatch(place -> {
            for (int i = 1; i <= NAME_REACH; i++) {
                if (after.contains(place + i)) {
                    return true;
                }
            }
            return false;
        });
    }

    /** Pairs of neighboring letters, where no spaces are written. */
    Set<String> pairs() {
        return pairs;
    }

    boolean quotes(String quotation) {
        return quotable.contains(Quotations.comparable(FigureScanner.normalized(quotation)));
    }

    /** Share of words that stand here, in [0, 1]; 1 of none. */
    double shareOf(Set<String> words) {
        return words.isEmpty()
                ? 1
                : words.stream().filter(contentWords::contains).count() / (double) words.size();
    }

    private Set<Integer> placesOf(Word word) {
        return WordForms.of(word.surface(), language).stream()
                .flatMap(form -> places.getOrDefault(form, Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}

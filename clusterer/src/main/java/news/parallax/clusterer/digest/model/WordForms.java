package news.parallax.clusterer.digest.model;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Folds words so that the forms of one meet: no case, no accents, and endings that a language lets a word take. Two words
 * are taken for one if they have a folded form in common.
 */
final class WordForms {

    private static final Map<String, List<String>> ENDINGS = WordFile.read("endings.txt").entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    line -> line.getValue().stream().map(WordForms::fold).toList()));

    /** What is left of a word without its ending has so many letters, else the ending is part of it. */
    private static final int LETTERS_LEFT_MIN = 3;

    private WordForms() {}

    /** Returns the word folded, and without each ending that it has. */
    static Set<String> of(String word, String language) {
        String folded = fold(word);
        Set<String> forms = new HashSet<>();
        forms.add(folded);
        for (String ending : ENDINGS.getOrDefault(language, List.of())) {
            if (folded.endsWith(ending) && folded.length() - ending.length() >= LETTERS_LEFT_MIN) {
                forms.add(folded.substring(0, folded.length() - ending.length()));
            }
        }
        return forms;
    }

    /** Whether two words are forms of one. */
    static boolean same(String one, String other, String language) {
        Set<String> forms = of(one, language);
        return of(other, language).stream().anyMatch(forms::contains);
    }

    /** Lower case, without accents: "ß" is "ss", "ё" is "е". */
    static String fold(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKD)
                .replaceAll("[\\u0300-\\u036f]", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
    }
}

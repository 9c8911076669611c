package news.parallax.clusterer.digest.model;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The number words of one language. */
final class NumberWords {

    private static final Map<String, NumberWords> BY_LANGUAGE = WordFile.read("number-words.txt").entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, line -> new NumberWords(line.getKey(), line.getValue())));

    private static final NumberWords NONE = new NumberWords("", List.of());

    private final String language;
    private final Map<String, BigDecimal> values = new HashMap<>();
    private final Map<String, BigDecimal> multipliers = new HashMap<>();

    private NumberWords(String language, List<String> entries) {
        this.language = language;
        for (String entry : entries) {
            String[] wordAndNumber = entry.split("[=*]");
            (entry.contains("=") ? values : multipliers)
                    .put(WordForms.fold(wordAndNumber[0]), new BigDecimal(wordAndNumber[1]));
        }
    }

    /** Returns those of a language; none if it is not known. */
    static NumberWords of(String language) {
        return BY_LANGUAGE.getOrDefault(language, NONE);
    }

    /** What a word multiplies the number before it with: "million". */
    Optional<BigDecimal> multiplier(String word) {
        return inAnyForm(word, form -> Optional.ofNullable(multipliers.get(form)));
    }

    /** The value of a word: "twelve", and what German and Dutch write in one, "fünfundzwanzig", "tweehonderd". */
    Optional<BigDecimal> value(String word) {
        return inAnyForm(word, this::simpleValue).or(() -> composed(WordForms.fold(word)));
    }

    private Optional<BigDecimal> simpleValue(String word) {
        return Optional.ofNullable(values.get(word));
    }

    private Optional<BigDecimal> composed(String word) {
        for (String link : List.of("und", "en")) {
            int at = word.indexOf(link, 1);
            Optional<BigDecimal> sum = at < 0
                    ? Optional.empty()
                    : simpleValue(word.substring(0, at))
                            .flatMap(units -> simpleValue(word.substring(at + link.length()))
                                    .map(units::add));
            if (sum.isPresent()) {
                return sum;
            }
        }
        return multipliers.keySet().stream()
                .filter(word::endsWith)
                .flatMap(end -> simpleValue(word.substring(0, word.length() - end.length())).stream()
                        .map(factor -> factor.multiply(multipliers.getOrDefault(end, BigDecimal.ONE))))
                .findFirst();
    }

    /** The word as it is goes first: "second" is no form of another. */
    private Optional<BigDecimal> inAnyForm(String word, Function<String, Optional<BigDecimal>> lookup) {
        return lookup.apply(WordForms.fold(word))
                .or(() -> WordForms.of(word, language).stream()
                        .sorted()
                        .flatMap(form -> lookup.apply(form).stream())
                        .findFirst());
    }
}

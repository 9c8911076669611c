package news.parallax.clusterer.text;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The names of countries and of some four hundred cities in one language, by CLDR: "Deutschland", "Germany" and
 * "Германия" are one place. A text is searched for the names of its own language only, so that a name is not taken for a
 * word of another.
 */
final class Places {

    private static final Places NONE = new Places(Map.of());

    private static final Map<String, Places> BY_LANGUAGE = new ConcurrentHashMap<>();

    private static final Set<String> LANGUAGES = Arrays.stream(ULocale.getAvailableLocales())
            .map(ULocale::getLanguage)
            .collect(Collectors.toUnmodifiableSet());

    private static final List<String> UNIONS = List.of("EU", "UN");

    /** Written alike in many languages, and missing in most of CLDR. */
    private static final Map<String, String> ACRONYMS = Map.of("US", "US", "USA", "US", "UK", "GB");

    /** Places whose name is a person's or a word as well. */
    private static final Set<String> AMBIGUOUS = Set.of(
            "JE",
            "JO",
            "TD",
            "America/Creston",
            "America/Dawson",
            "America/Mendoza",
            "America/Nome",
            "America/Regina",
            "America/Resolute",
            "Asia/Oral",
            "Atlantic/Stanley",
            "Australia/Darwin",
            "Australia/Lindeman",
            "Europe/Jersey",
            "Pacific/Easter",
            "Pacific/Wake");

    /** A shorter stem would be one of other words too: "Indi" of India is that of Indiana. */
    private static final int INFLECTED_STEM_LETTERS = 5;

    private static final int INFLECTION_LETTERS = 3;

    private final Map<String, List<Name>> byFirstWord;

    private Places(Map<String, List<Name>> byFirstWord) {
        this.byFirstWord = byFirstWord;
    }

    /**
     * A place that a text names.
     *
     * @param key the same in every language, and no word
     * @param words how many words name it
     */
    record Place(String key, int words) {

        /** Returns the region or time zone of CLDR. */
        String id() {
            return key.substring(1);
        }
    }

    /** The words of a name, folded. */
    private record Name(String key, List<String> words) {}

    /** Returns the places in a language; none if it is not known. */
    static Places in(String language) {
        return LANGUAGES.contains(language) ? BY_LANGUAGE.computeIfAbsent(language, Places::read) : NONE;
    }

    /** Returns the place with the longest name that begins at a token. */
    Optional<Place> at(List<Token> tokens, int start) {
        Token first = tokens.get(start);
        Optional<String> acronym = Optional.ofNullable(ACRONYMS.get(first.surface()));
        if (acronym.isPresent()) {
            return acronym.map(region -> new Place(key(region), 1));
        }
        String word = fold(first);
        int cuts = first.kind() == Token.Kind.CAPITALIZED ? Math.min(INFLECTION_LETTERS, word.length()) : 0;
        return IntStream.rangeClosed(0, cuts)
                .mapToObj(cut -> byFirstWord.getOrDefault(word.substring(0, word.length() - cut), List.of()))
                .flatMap(List::stream)
                .filter(name -> isAt(tokens, start, name))
                .max(Comparator.comparingInt(name -> name.words().size()))
                .map(name -> new Place(name.key(), name.words().size()));
    }

    private static boolean isAt(List<Token> tokens, int start, Name name) {
        return start + name.words().size() <= tokens.size()
                && IntStream.range(0, name.words().size())
                        .allMatch(i -> isFormOf(name.words().get(i), tokens.get(start + i)));
    }

    /** Whether a token is a word or, if it is capitalized and long enough, the word with another ending. */
    private static boolean isFormOf(String word, Token token) {
        String folded = fold(token);
        String stem = stem(word);
        return folded.equals(word)
                || token.kind() == Token.Kind.CAPITALIZED
                        && stem.length() >= INFLECTED_STEM_LETTERS
                        && folded.startsWith(stem)
                        && folded.length() <= stem.length() + INFLECTION_LETTERS;
    }

    private static String stem(String word) {
        return "aeiouyаяеийоуы".indexOf(word.charAt(word.length() - 1)) >= 0
                ? word.substring(0, word.length() - 1)
                : word;
    }

    private static String fold(Token token) {
        return Stem.bare(token.surface());
    }

    private static Places read(String language) {
        var locale = new ULocale(language);
        Map<String, List<Name>> names = new HashMap<>();
        Stream.concat(cities(locale), countries(locale)).forEach(place -> add(place, names));
        return new Places(names);
    }

    /** Of two places with one name the later counts: Luxembourg is the country. */
    private static void add(Map.Entry<String, String> place, Map<String, List<Name>> names) {
        List<String> words =
                Tokenizer.tokens(place.getValue()).stream().map(Places::fold).toList();
        boolean named = !words.isEmpty()
                && words.getFirst().length() > 1
                && !place.getValue().contains(",");
        if (!named || AMBIGUOUS.contains(place.getKey())) {
            return;
        }
        var name = new Name(key(place.getKey()), words);
        Stream.of(words.getFirst(), stem(words.getFirst())).distinct().forEach(first -> {
            List<Name> alike = names.computeIfAbsent(first, _ -> new ArrayList<>());
            alike.removeIf(other -> other.words().equals(words));
            alike.add(name);
        });
    }

    private static Stream<Map.Entry<String, String>> countries(ULocale locale) {
        return Stream.of(DisplayContext.LENGTH_FULL, DisplayContext.LENGTH_SHORT)
                .map(length -> LocaleDisplayNames.getInstance(locale, length, DisplayContext.NO_SUBSTITUTE))
                .flatMap(display -> Stream.concat(Arrays.stream(ULocale.getISOCountries()), UNIONS.stream())
                        .flatMap(region -> Optional.ofNullable(display.regionDisplayName(region)).stream()
                                .map(name -> Map.entry(region, name))));
    }

    /** The cities that stand for time zones. */
    private static Stream<Map.Entry<String, String>> cities(ULocale locale) {
        TimeZoneNames display = TimeZoneNames.getInstance(locale);
        return TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null).stream()
                .filter(zone -> !zone.startsWith("Antarctica/"))
                .flatMap(zone -> Optional.ofNullable(display.getExemplarLocationName(zone)).stream()
                        .map(city -> Map.entry(zone, city)));
    }

    private static String key(String id) {
        return "@" + id;
    }
}

package news.parallax.clusterer.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words with capitals that stand side by side in a sentence: a name, as far as writing tells. Scripts without capitals give
 * none.
 *
 * @param words as written, without endings such as 's
 * @param opensSentence whether the first word opens the sentence, where every word has a capital
 * @param person whether an office, a form of address or an age beside it says that it is one
 */
public record ProperName(List<String> words, boolean opensSentence, boolean person) {

    private static final String WORD =
            "(?:\\p{Lu}\\.(?:\\p{Lu}\\.)*|\\p{Lu}[\\p{L}\\p{M}\\d]*(?:['’-][\\p{L}\\d][\\p{L}\\p{M}\\d]*)*)";

    /** May stand inside of a name ("Ursula von der Leyen", "Bank of England"). */
    private static final String PARTICLES = "(?: (?:of|de|da|do|dos|di|du|del|della|van|von|der|den|bin|ibn|al|el))*";

    private static final Pattern RUN =
            Pattern.compile("(?<![\\p{L}\\d])" + WORD + "(?:" + PARTICLES + " " + WORD + ")*");
    private static final Pattern AGE = Pattern.compile(", (?:[1-9]|[1-9]\\d|1[01]\\d),");
    private static final Set<String> POSSESSIVES = Set.of("'s", "’s", "'S", "’S");

    private static final WordList ROLES = WordList.read("role-words.txt");

    public ProperName {
        words = List.copyOf(words);
    }

    /** Returns the names of a sentence in order. */
    public static List<ProperName> of(String sentence, String language) {
        String composed = Normalizer.normalize(sentence, Normalizer.Form.NFC);
        List<ProperName> names = new ArrayList<>();
        Matcher run = RUN.matcher(composed);
        while (run.find()) {
            boolean opens = run.start() == firstLetter(composed);
            boolean person =
                    AGE.matcher(composed).region(run.end(), composed.length()).lookingAt()
                            || isRole(wordBefore(composed, run.start()), language);
            split(Arrays.asList(run.group().split(" ")), opens, person, language, names);
        }
        return names;
    }

    private static int firstLetter(String text) {
        int at = 0;
        while (at < text.length() && !Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The word that ends, with a space after it, where another begins; empty if something else stands there. */
    private static String wordBefore(String text, int start) {
        int end = start - 1;
        if (end < 1 || text.charAt(end) != ' ') {
            return "";
        }
        int from = end;
        while (from > 0 && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
            from--;
        }
        return text.substring(from, end);
    }

    /** Returns the names of a title; none of one that is set in capitals, as English headlines are. */
    public static List<ProperName> ofTitle(String title, String language) {
        return Names.inHeadlineCase(Tokenizer.tokens(title)) ? List.of() : of(title, language);
    }

    /** Returns the name folded for comparison across outlets and languages: no case, no accents, Latin letters. */
    public String key() {
        return words.stream().map(Romanization::of).collect(Collectors.joining(" "));
    }

    /**
     * Returns the place that has the name, in a form of the language, in the lists of CLDR: the ISO 3166-1 alpha-2 code of a
     * country, or the time zone of a city ("Europe/Oslo").
     */
    public Optional<String> placeId(String language) {
        List<Token> tokens = Tokenizer.tokens(text().replace(".", ""));
        return tokens.isEmpty()
                ? Optional.empty()
                : Places.in(language)
                        .at(tokens, 0)
                        .filter(place -> place.words() == tokens.size())
                        .map(Places.Place::id);
    }

    /** Returns the name without the word that opens the sentence; nothing if that is all of it. */
    public Optional<ProperName> withoutOpening() {
        List<ProperName> rest = new ArrayList<>();
        add(words.subList(1, words.size()), false, person, rest);
        return rest.stream().findFirst();
    }

    /** Returns the name as one would write it. */
    public String text() {
        return String.join(" ", words);
    }

    /** An office parts a name ("FBI Director Kash Patel"), as do a possessive ("Japan's Okinawa") and a function word. */
    private static void split(
            List<String> run, boolean opens, boolean person, String language, List<ProperName> names) {
        int from = 0;
        boolean personNow = person;
        for (int i = 0; i < run.size(); i++) {
            boolean role = isRole(run.get(i), language);
            boolean owner = i < run.size() - 1 && isPossessive(run.get(i));
            if (role || owner || FunctionWords.contain(run.get(i), language) && !isParticle(run, i)) {
                add(run.subList(from, owner ? i + 1 : i), opens && from == 0, false, names);
                from = i + 1;
                personNow = role || person;
            }
        }
        add(run.subList(from, run.size()), opens && from == 0, personNow, names);
    }

    private static boolean isParticle(List<String> run, int at) {
        return Character.isLowerCase(run.get(at).codePointAt(0));
    }

    private static boolean isPossessive(String word) {
        return !withoutPossessive(word).equals(word);
    }

    private static boolean isRole(String word, String language) {
        return ROLES.contains(word.endsWith(".") ? word.substring(0, word.length() - 1) : word, language);
    }

    private static void add(List<String> words, boolean opens, boolean person, List<ProperName> names) {
        List<String> bare = words.stream().map(ProperName::withoutPossessive).toList();
        int from = 0;
        int to = bare.size();
        while (from < to && Character.isLowerCase(bare.get(from).codePointAt(0))) {
            from++;
        }
        while (from < to && Character.isLowerCase(bare.get(to - 1).codePointAt(0))) {
            to--;
        }
        if (from < to && bare.subList(from, to).stream().anyMatch(word -> word.length() > 1)) {
            names.add(new ProperName(bare.subList(from, to), opens && from == 0, person));
        }
    }

    private static String withoutPossessive(String word) {
        return POSSESSIVES.stream()
                .filter(ending -> word.length() > ending.length() + 1 && word.endsWith(ending))
                .map(ending -> word.substring(0, word.length() - ending.length()))
                .findFirst()
                .orElse(word);
    }
}

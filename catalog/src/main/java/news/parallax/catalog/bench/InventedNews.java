package news.parallax.catalog.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Texts of no meaning with the shape of news: words are used as often as Zipf's law says, articles of one story share its
 * rare words, and sizes are those of real articles (README). The same seed invents the same.
 */
final class InventedNews {
    private static final int WORDS = 30_000;
    private static final int SENTENCES = 20_000;
    private static final int SENTENCE_WORDS = 14;
    private static final int TEXT_SENTENCES = 40;
    private static final int STORY_WORDS = 4;
    private static final int COMMON_WORDS = 200;
    private static final String[] SYLLABLES = {
        "ba", "den", "fi", "gor", "ha", "jun", "ka", "lem", "mo", "nir", "os", "pa", "qui", "ra", "sel", "to", "ul",
        "var", "wen", "zi"
    };

    private final Random random;
    private final String[] words = new String[WORDS];
    private final double[] cumulative = new double[WORDS];
    private final String[] sentences = new String[SENTENCES];

    InventedNews(long seed) {
        random = new Random(seed);
        double sum = 0;
        for (int rank = 0; rank < WORDS; rank++) {
            words[rank] = word(rank);
            sum += 1.0 / (rank + 1);
            cumulative[rank] = sum;
        }
        for (int i = 0; i < SENTENCES; i++) {
            sentences[i] = capitalized(words(SENTENCE_WORDS)) + ".";
        }
    }

    /** Returns words that the articles of one story share. */
    List<String> storyWords() {
        return IntStream.range(0, STORY_WORDS)
                .mapToObj(_ -> words[COMMON_WORDS + random.nextInt(WORDS - COMMON_WORDS)])
                .toList();
    }

    /** Returns a word that readers may search for: neither among the most common nor one that hardly anybody uses. */
    String searchWord() {
        return words[COMMON_WORDS / 4 + random.nextInt(WORDS / 10)];
    }

    String title(List<String> storyWords) {
        return capitalized(String.join(" ", storyWords) + " " + words(4));
    }

    String lead(List<String> storyWords) {
        return sentence() + " " + capitalized(storyWords.getFirst()) + " " + words(10) + ".";
    }

    String text() {
        return IntStream.range(0, TEXT_SENTENCES).mapToObj(_ -> sentence()).collect(Collectors.joining(" "));
    }

    private String sentence() {
        return sentences[random.nextInt(SENTENCES)];
    }

    private String words(int count) {
        return IntStream.range(0, count).mapToObj(_ -> drawn()).collect(Collectors.joining(" "));
    }

    private String drawn() {
        int place = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[WORDS - 1]);
        return words[place < 0 ? Math.min(WORDS - 1, -place - 1) : place];
    }

    /** Short words are common, as in languages; each rank has its own. */
    private static String word(int rank) {
        var word = new StringBuilder();
        for (int rest = rank + SYLLABLES.length; rest > 0; rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return word.toString();
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

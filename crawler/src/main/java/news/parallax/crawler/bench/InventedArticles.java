package news.parallax.crawler.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.parallax.crawler.page.CanonicalUrl;
import news.parallax.crawler.page.ExtractedArticle;
import news.parallax.crawler.page.Kind;

/**
 * A stream of articles of no meaning with the shape of news: words as often as Zipf's law says, four articles of a story on
 * average, which share its rare words and names. The same seed invents the same, but for the time.
 */
final class InventedArticles {

    private static final int WORDS = 30_000;
    private static final int COMMON_WORDS = 300;
    private static final int STORY_WORDS = 10;
    private static final int OPEN_STORIES = 500;
    private static final double FOUNDING_SHARE = 0.25;
    private static final int OUTLETS = 400;
    private static final int SENTENCES = 14;
    private static final int SENTENCE_WORDS = 15;
    private static final String[] SYLLABLES = {
        "ba", "den", "fi", "gor", "ha", "jun", "ka", "lem", "mo", "nir", "os", "pa", "qui", "ra", "sel", "to", "ul",
        "var", "wen", "zi"
    };

    private final Random random;
    private final Instant now;
    private final double[] cumulative = new double[WORDS];
    private final List<List<String>> stories = new ArrayList<>();
    private int made;

    InventedArticles(long seed, Instant now) {
        this.random = new Random(seed);
        this.now = now;
        double sum = 0;
        for (int rank = 0; rank < WORDS; rank++) {
            sum += 1.0 / (rank + 1);
            cumulative[rank] = sum;
        }
    }

    /** Returns an article of a story that others tell too, or of a new one. */
    ExtractedArticle next() {
        List<String> story = story();
        String title = sentence(pick(story, 4), 5);
        String text = IntStream.range(0, SENTENCES)
                .mapToObj(_ -> sentence(pick(story, 2), SENTENCE_WORDS - 2) + ".")
                .collect(Collectors.joining(" "));
        return article(title, text);
    }

    /** Returns the same words as another outlet prints them. */
    ExtractedArticle copy(ExtractedArticle original) {
        return article(original.title(), original.text());
    }

    private ExtractedArticle article(String title, String text) {
        int number = made++;
        String address = "https://outlet-%d.example/news/%d".formatted(number * 7 % OUTLETS, number);
        return new ExtractedArticle(
                CanonicalUrl.of(address).orElseThrow(),
                "Outlet " + number * 7 % OUTLETS,
                title,
                "",
                text,
                List.of(),
                "en",
                Optional.of(now.minus(Duration.ofSeconds(random.nextInt(6 * 3600)))),
                Optional.empty(),
                "",
                "",
                Kind.NEWS,
                false,
                "");
    }

    private List<String> story() {
        if (stories.isEmpty() || random.nextDouble() < FOUNDING_SHARE) {
            List<String> founded = IntStream.range(0, STORY_WORDS)
                    .mapToObj(place -> word(COMMON_WORDS + random.nextInt(WORDS - COMMON_WORDS), place % 2 == 0))
                    .toList();
            if (stories.size() < OPEN_STORIES) {
                stories.add(founded);
            } else {
                stories.set(random.nextInt(OPEN_STORIES), founded);
            }
            return founded;
        }
        return stories.get(random.nextInt(stories.size()));
    }

    private Stream<String> pick(List<String> words, int count) {
        return random.ints(0, words.size()).distinct().limit(count).mapToObj(words::get);
    }

    private String sentence(Stream<String> shared, int others) {
        String text = Stream.concat(IntStream.range(0, others).mapToObj(_ -> word(drawn(), false)), shared)
                .collect(Collectors.joining(" "));
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private int drawn() {
        int place = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[WORDS - 1]);
        return place < 0 ? Math.min(WORDS - 1, -place - 1) : place;
    }

    /** Short words are common, as in languages; each rank has its own. */
    private static String word(int rank, boolean name) {
        var word = new StringBuilder();
        for (int rest = rank + SYLLABLES.length; rest > 0; rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return name ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word.toString();
    }
}

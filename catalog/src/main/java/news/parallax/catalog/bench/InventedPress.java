package news.parallax.catalog.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import news.parallax.catalog.bench.InventedStory.InventedArticle;
import news.parallax.catalog.coverage.BiasStep;
import news.parallax.catalog.coverage.CountedSource;
import news.parallax.catalog.coverage.FactualityLevel;
import news.parallax.catalog.coverage.OwnerCategory;

/**
 * Outlets that report for a year, and what they report: most stories in one or two articles, the largest in some hundreds;
 * few outlets publish much, many little. Three in five outlets are rated.
 */
final class InventedPress {
    static final List<String> LANGUAGES = List.of("en", "en", "en", "de", "fr", "es", "it", "pt", "ru", "sv");
    static final List<String> COUNTRIES =
            List.of("US", "GB", "DE", "FR", "ES", "IT", "PT", "BR", "RU", "SE", "IN", "CA");
    private static final int SOURCES = 2_000;
    private static final int SUBJECTS = 20_000;
    private static final int SUBJECTS_PER_STORY = 8;
    private static final int VECTOR_BYTES = 1_536;
    private static final Duration STORY_SPAN = Duration.ofDays(2);
    private static final Duration YEAR = Duration.ofDays(365);

    private final InventedNews news;
    private final Random random;
    private final Instant end;
    private final String prefix;
    private final List<CountedSource> sources;

    /** @param prefix tells addresses of one press from those of another */
    InventedPress(long seed, String prefix, Instant end) {
        this.news = new InventedNews(seed);
        this.random = new Random(seed);
        this.end = end;
        this.prefix = prefix;
        this.sources =
                IntStream.range(0, SOURCES).mapToObj(InventedPress::source).toList();
    }

    List<CountedSource> sources() {
        return sources;
    }

    InventedNews news() {
        return news;
    }

    static String languageOf(int source) {
        return LANGUAGES.get(source % LANGUAGES.size());
    }

    static String countryOf(int source) {
        return COUNTRIES.get(source % COUNTRIES.size());
    }

    /** Returns how many articles each story has; the sum is {@code articles}. */
    int[] sizes(int stories, int articles) {
        int[] sizes = new int[stories];
        Arrays.fill(sizes, 1);
        for (int more = stories; more < articles; more++) {
            sizes[(int) (stories * Math.pow(random.nextDouble(), 1.5))]++;
        }
        return sizes;
    }

    InventedStory story(int number, int size) {
        Instant begin = end.minus(Duration.ofSeconds((long) (random.nextDouble() * YEAR.toSeconds())));
        List<String> words = news.storyWords();
        List<InventedArticle> articles = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            CountedSource source = sources.get((int) (SOURCES * Math.pow(random.nextDouble(), 2)));
            String url = "https://%s/%s/%d/%d".formatted(source.id(), prefix, number, i);
            Instant time = i == 0 ? begin : begin.plusSeconds(random.nextLong(STORY_SPAN.toSeconds()));
            articles.add(new InventedArticle(
                    hash(url, 32), url, source, news.title(words), news.lead(words), news.text(), time));
        }
        articles.sort(Comparator.comparing(InventedArticle::time));
        List<String> subjects = IntStream.range(0, SUBJECTS_PER_STORY)
                .mapToObj(_ -> "Subject " + (int) (SUBJECTS * Math.pow(random.nextDouble(), 2)))
                .distinct()
                .toList();
        return new InventedStory(hash(prefix + number, 20), articles, subjects);
    }

    byte[] vector() {
        byte[] vector = new byte[VECTOR_BYTES];
        random.nextBytes(vector);
        return vector;
    }

    private static CountedSource source(int number) {
        var random = new Random(number);
        boolean rated = random.nextInt(5) < 3;
        SortedSet<OwnerCategory> owners = new TreeSet<>();
        if (random.nextBoolean()) {
            owners.add(pick(OwnerCategory.values(), random));
        }
        return new CountedSource(
                "outlet%d.example".formatted(number),
                rated ? pick(BiasStep.values(), random) : null,
                rated ? pick(FactualityLevel.values(), random) : null,
                countryOf(number),
                languageOf(number),
                Collections.unmodifiableSortedSet(owners),
                true);
    }

    private static <T> T pick(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    static String hash(String text, int digits) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, digits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

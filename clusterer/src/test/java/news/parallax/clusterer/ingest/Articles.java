package news.parallax.clusterer.ingest;

import com.google.protobuf.Timestamp;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.parallax.article.v1.Article;
import news.parallax.clusterer.text.ContentHash;

/** Articles as a crawler would send them. Each call of {@link #event} invents names of its own, so that tests do not meet. */
final class Articles {

    private static final Instant PUBLISHED = Instant.parse("2026-03-02T06:00:00Z");

    private static final Random RANDOM = new Random(1);

    private Articles() {}

    /** Reports of one event by as many outlets, in words that other events do not have. */
    static List<Article> event(int outlets) {
        String place = name();
        String person = name();
        String words = words(12);
        return IntStream.range(0, outlets)
                .mapToObj(i -> article(
                        place + "-" + i,
                        "Crisis in %s: %s speaks about %s".formatted(place, person, words.substring(0, 30)),
                        "People in %s met %s and %s. Outlet number %d asked %s in %s about %s."
                                .formatted(place, person, words, i, person, place, words(9))))
                .toList();
    }

    static Article article(String path, String title, String text) {
        return at("https://outlet-%d.example/%s".formatted(Math.abs(path.hashCode() % 50), path), title, text);
    }

    static Article at(String url, String title, String text) {
        return Article.newBuilder()
                .setId(idOf(url))
                .setCanonicalUrl(url)
                .setTitle(title)
                .setText(text)
                .setContentHash(text.isEmpty() ? "" : ContentHash.of(text))
                .setLanguage("en")
                .setPublishTime(time(PUBLISHED))
                .setDiscoverTime(time(PUBLISHED.plusSeconds(600)))
                .build();
    }

    static Timestamp time(Instant instant) {
        return Timestamp.newBuilder().setSeconds(instant.getEpochSecond()).build();
    }

    /** Returns a capitalized word that no other article has. */
    static String name() {
        StringBuilder name = new StringBuilder("Q");
        for (int i = 0; i < 9; i++) {
            name.append((char) ('a' + RANDOM.nextInt(26)));
        }
        return name.toString();
    }

    private static String words(int count) {
        return Stream.generate(() -> name().toLowerCase(Locale.ROOT))
                .limit(count)
                .collect(Collectors.joining(" "));
    }

    private static String idOf(String url) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package news.parallax.gateway.faults;

import com.google.protobuf.Timestamp;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.parallax.article.v1.Article;
import news.parallax.article.v1.ArticleKind;

/**
 * Articles of no meaning with the habits of news: several outlets tell a story, some print another's text, change what
 * they wrote, or are sent twice. The same seed invents the same.
 */
final class InventedNews {
    private static final int STORIES_AT_ONCE = 30;
    private static final int REMEMBERED = 200;
    private static final String[] SYLLABLES = {
        "ba", "den", "fi", "gor", "ha", "jun", "ka", "lem", "mo", "nir", "os", "pa", "qui", "ra", "sel", "to", "ul",
        "var", "wen", "zi"
    };

    private final Random random;
    private final List<String> outlets;
    private final List<List<String>> stories = new ArrayList<>();
    private final List<Article> latest = new ArrayList<>();
    private int count;

    /** @param outlets their domains */
    InventedNews(long seed, List<String> outlets) {
        this.random = new Random(seed);
        this.outlets = List.copyOf(outlets);
    }

    /** Returns the next article to send; one in ten was sent before, the half of them changed. */
    Article next(Instant now) {
        int kind = latest.isEmpty() ? 100 : random.nextInt(100);
        if (kind < 5) {
            return any(latest);
        }
        Article article = kind < 10 ? changed(now) : kind < 18 ? copied(now) : written(now);
        latest.removeIf(earlier -> earlier.getId().equals(article.getId()));
        latest.add(article);
        if (latest.size() > REMEMBERED) {
            latest.removeFirst();
        }
        return article;
    }

    /** Returns an article at an address that {@link #next} never has. */
    Article alone(Instant now, int number) {
        String url = "https://%s/replayed/%d".formatted(any(outlets), number);
        return written(now).toBuilder()
                .setId(sha256(url, 32))
                .setCanonicalUrl(url)
                .build();
    }

    private Article written(Instant now) {
        List<String> story = story();
        String text = IntStream.range(0, 9).mapToObj(_ -> sentence(story)).collect(Collectors.joining(" "));
        return fresh(now)
                .setTitle(capitalized(String.join(" ", story.subList(0, 4)) + " " + words(3)))
                .setLead(sentence(story))
                .setText(text)
                .setContentHash(sha256(text, 64))
                .build();
    }

    private Article copied(Instant now) {
        Article original = any(latest);
        return fresh(now)
                .setTitle(original.getTitle())
                .setLead(original.getLead())
                .setText(original.getText())
                .setContentHash(original.getContentHash())
                .build();
    }

    private Article changed(Instant now) {
        Article earlier = any(latest);
        return earlier.toBuilder()
                .setTitle(earlier.getTitle() + " " + words(1))
                .setModifyTime(timestamp(now))
                .setDiscoverTime(timestamp(now))
                .build();
    }

    private Article.Builder fresh(Instant now) {
        String outlet = outlets.get(random.nextInt(outlets.size()));
        String url = "https://%s/invented/%d".formatted(outlet, ++count);
        return Article.newBuilder()
                .setId(sha256(url, 32))
                .setCanonicalUrl(url)
                .setPublisher(outlet)
                .setLanguage("en")
                .setKind(ArticleKind.ARTICLE_KIND_NEWS)
                .setPublishTime(timestamp(now))
                .setDiscoverTime(timestamp(now));
    }

    private List<String> story() {
        if (stories.size() < STORIES_AT_ONCE || random.nextInt(100) < 12) {
            stories.add(IntStream.range(0, 8).mapToObj(_ -> word(3)).toList());
        }
        if (stories.size() > STORIES_AT_ONCE) {
            stories.removeFirst();
        }
        return any(stories);
    }

    private String sentence(List<String> story) {
        return capitalized(any(story) + " " + words(5) + " " + any(story) + " " + words(4)) + ".";
    }

    private String words(int count) {
        return IntStream.range(0, count).mapToObj(_ -> word(2)).collect(Collectors.joining(" "));
    }

    private String word(int syllables) {
        return IntStream.range(0, syllables)
                .mapToObj(_ -> SYLLABLES[random.nextInt(SYLLABLES.length)])
                .collect(Collectors.joining());
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano() / 1_000_000 * 1_000_000)
                .build();
    }

    private static String sha256(String text, int digits) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, digits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

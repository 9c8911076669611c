package news.parallax.crawler.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.parallax.crawler.page.CanonicalUrl;
import news.parallax.crawler.page.ExtractedArticle;
import news.parallax.crawler.page.Kind;

/**
 * A stream of articles with the shape and, for a model of meaning, the spread of news: four of an event on average, which
 * share a topic's words, people, a place and figures; what a sentence says is nonsense. The same seed invents the same, but
 * for the time.
 */
final class InventedArticles {

    private static final String TOPICS = "topics.txt";
    private static final int OPEN_EVENTS = 500;
    private static final double FOUNDING_SHARE = 0.25;
    private static final int OUTLETS = 400;
    private static final int SENTENCES = 12;
    private static final int NOUNS = 6;
    private static final int OTHER_NOUNS = 3;
    private static final int VERBS = 3;
    private static final int NAMES = 2;
    private static final int FIGURE_LIMIT = 90_000;
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
    private static final String[] SYLLABLES = {
        "ba", "den", "fi", "gor", "ha", "jun", "ka", "lem", "mo", "nir", "os", "pa", "qui", "ra", "sel", "to", "ul",
        "var", "wen", "zi"
    };
    private static final List<String> TITLES = List.of(
            "{noun} {verb} in {place} after {other}",
            "{name}: the {noun} {verb}, {figure} affected",
            "{place} {noun} {verb} as {name} warns of {other}",
            "{figure} hit as {noun} {verb} near {place}");
    private static final List<String> PATTERNS = List.of(
            "The {noun} {verb} near {place} on Tuesday, {name} told reporters at the {noun}.",
            "More than {figure} people were told that the {noun} had {verb}.",
            "{name} blamed the {other} and asked for a new {noun} before winter.",
            "Nobody in {place} had seen a {noun} that {verb} like this, neighbours said.",
            "An early report put the cost of the {noun} at {figure} crowns.",
            "Experts on the {other} doubt that the {noun} will ever be the same.",
            "By evening the {noun} and the {noun} had both {verb}.",
            "{name}, who has worked with every {noun} in {place}, called it a warning.",
            "A spokesman for {name} declined to say why the {noun} {verb}.",
            "Pictures from {place} show the {noun} beside a broken {other}.",
            "Two years ago {figure} signatures were collected against the {noun}.",
            "The council of {place} meets on Friday to speak about the {noun} and the {other}.",
            "Similar trouble with a {noun} was known elsewhere, but never {verb} so fast.",
            "{name} promised to publish all that is known about the {noun} within a month.");

    private record Topic(List<String> nouns, List<String> verbs) {}

    private record Event(
            List<String> nouns,
            List<String> others,
            List<String> verbs,
            List<String> names,
            String place,
            List<String> figures) {}

    private final List<Topic> topics = topics();
    private final Random random;
    private final Instant now;
    private final List<Event> events = new ArrayList<>();
    private int made;

    InventedArticles(long seed, Instant now) {
        this.random = new Random(seed);
        this.now = now;
    }

    /** Returns an article of an event that others tell too, or of a new one. */
    ExtractedArticle next() {
        Event event = event();
        String text = IntStream.range(0, SENTENCES)
                .mapToObj(_ -> sentence(one(PATTERNS), event))
                .collect(Collectors.joining(" "));
        return article(sentence(one(TITLES), event), text);
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

    private Event event() {
        if (!events.isEmpty() && random.nextDouble() >= FOUNDING_SHARE) {
            return one(events);
        }
        Topic topic = one(topics);
        var founded = new Event(
                some(topic.nouns(), NOUNS),
                some(one(topics).nouns(), OTHER_NOUNS),
                some(topic.verbs(), VERBS),
                Stream.generate(() -> name() + " " + name()).limit(NAMES).toList(),
                name(),
                Stream.generate(() -> String.valueOf(100 + random.nextInt(FIGURE_LIMIT)))
                        .limit(NAMES)
                        .toList());
        if (events.size() < OPEN_EVENTS) {
            events.add(founded);
        } else {
            events.set(random.nextInt(OPEN_EVENTS), founded);
        }
        return founded;
    }

    private String sentence(String pattern, Event event) {
        String text = SLOT.matcher(pattern)
                .replaceAll(slot -> Matcher.quoteReplacement(
                        switch (slot.group(1)) {
                            case "noun" -> one(event.nouns());
                            case "other" -> one(event.others());
                            case "verb" -> one(event.verbs());
                            case "name" -> one(event.names());
                            case "place" -> event.place();
                            case "figure" -> one(event.figures());
                            default -> throw new IllegalStateException("no such slot: " + slot.group());
                        }));
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private List<String> some(List<String> words, int count) {
        return random.ints(0, words.size())
                .distinct()
                .limit(Math.min(count, words.size()))
                .mapToObj(words::get)
                .toList();
    }

    private String name() {
        String name = IntStream.range(0, 3)
                .mapToObj(_ -> SYLLABLES[random.nextInt(SYLLABLES.length)])
                .collect(Collectors.joining());
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static List<Topic> topics() {
        var file = Objects.requireNonNull(InventedArticles.class.getResourceAsStream(TOPICS), TOPICS);
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| "))
                    .map(parts -> new Topic(List.of(parts[0].split(" ")), List.of(parts[1].split(" "))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar is broken", e);
        }
    }
}

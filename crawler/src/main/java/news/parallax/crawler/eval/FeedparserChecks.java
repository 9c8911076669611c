package news.parallax.crawler.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import news.parallax.crawler.feed.Enclosure;
import news.parallax.crawler.feed.FeedEntry;
import news.parallax.crawler.feed.FeedProfile;
import news.parallax.crawler.feed.ParsedFeed;

/** The expressions of feedparser's tests, on the fields that we have. */
final class FeedparserChecks {

    private final ParsedFeed feed;
    private final List<String> faults = new ArrayList<>();
    private int judged;

    private FeedparserChecks(ParsedFeed feed) {
        this.feed = feed;
    }

    static Verdict judge(JsonNode check, ParsedFeed feed) {
        var checks = new FeedparserChecks(feed);
        checks.all(check);
        if (checks.judged == 0) {
            return new Verdict.Skipped("no field of ours");
        }
        return checks.faults.isEmpty() ? Verdict.PASSED : new Verdict.Failed(String.join("; ", checks.faults));
    }

    private void all(JsonNode check) {
        if (check.has("all")) {
            check.path("all").forEach(this::all);
        } else if (check.has("path") && check.path("op").asText().equals("eq")) {
            List<String> path = StreamSupport.stream(check.path("path").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            compare(path, check.path("value"));
        }
    }

    private void compare(List<String> path, JsonNode value) {
        Optional<Boolean> same = path.getFirst().equals("feed")
                ? ofFeed(String.join(".", path.subList(1, path.size())), value)
                : path.getFirst().equals("entries")
                        ? ofEntry(Integer.parseInt(path.get(1)), String.join(".", path.subList(2, path.size())), value)
                        : Optional.empty();
        if (same.isPresent()) {
            judged++;
            if (!same.get()) {
                faults.add(String.join(".", path) + " is not " + value);
            }
        }
    }

    private Optional<Boolean> ofFeed(String field, JsonNode value) {
        FeedProfile profile = feed.profile();
        String text = value.asText("");
        return switch (field) {
            case "title", "title_detail.value" -> Optional.of(FeedValues.sameText(text, profile.title()));
            case "description", "tagline", "subtitle", "info", "subtitle_detail.value" ->
                Optional.of(FeedValues.sameText(text, profile.description()));
            case "link" ->
                Optional.of(FeedValues.sameUrl(
                        text, profile.homePage().map(Object::toString).orElse("")));
            case "id", "guid" -> Optional.of(text.equals(profile.id()));
            case "language" -> Optional.of(text.equals(profile.language()));
            case "author_detail.name", "authors.0.name" ->
                Optional.of(profile.authors().contains(text));
            case "updated_parsed", "modified_parsed" -> Optional.of(FeedValues.sameTime(value, profile.updateTime()));
            case "published_parsed", "published" -> Optional.of(FeedValues.sameTime(value, profile.publishTime()));
            default -> Optional.empty();
        };
    }

    private Optional<Boolean> ofEntry(int index, String field, JsonNode value) {
        if (index >= feed.listed().size()) {
            return Optional.of(false);
        }
        FeedEntry entry = feed.listed().get(index);
        String text = value.asText("");
        String content = entry.content().isEmpty() ? entry.summary() : entry.content();
        String summary = entry.summary().isEmpty() ? entry.content() : entry.summary();
        return switch (field) {
            case "title", "title_detail.value" -> Optional.of(FeedValues.sameText(text, entry.title()));
            case "description", "summary", "summary_detail.value" ->
                Optional.of(FeedValues.sameMarkup(text, summary) || FeedValues.sameMarkup(text, content));
            case "content.0.value" -> Optional.of(FeedValues.sameMarkup(text, content));
            case "link", "links.0.href" -> link(field, text, entry);
            case "id", "guid" -> Optional.of(text.equals(entry.id()));
            case "author_detail.name", "authors.0.name", "authors.1.name" ->
                Optional.of(entry.authors().contains(text));
            case "author" -> Optional.of(sameAuthor(text, entry));
            case "published", "published_parsed", "created_parsed", "issued_parsed" ->
                Optional.of(FeedValues.sameTime(value, entry.publishTime()));
            case "updated", "updated_parsed", "modified", "modified_parsed", "date_parsed" ->
                Optional.of(FeedValues.sameTime(value, entry.updateTime())
                        || FeedValues.sameTime(value, entry.publishTime()));
            case "language", "content.0.language", "summary_detail.language" ->
                Optional.of((value.isNull() ? "" : text).equals(entry.language()));
            case "tags.0.term", "category", "tags.0.label" ->
                Optional.of(entry.categories().contains(text));
            case "tags.1.term" -> Optional.of(entry.categories().contains(text));
            case "enclosures.0.url", "enclosures.0.href" ->
                Optional.of(text.equals(
                        enclosure(entry, enclosure -> enclosure.url().toString())));
            case "enclosures.0.type" -> Optional.of(text.equals(enclosure(entry, Enclosure::type)));
            case "media_thumbnail.0.url" ->
                Optional.of(text.equals(entry.image().map(Object::toString).orElse("")));
            default -> Optional.empty();
        };
    }

    /** Their first link is ours only where it is an address of the web. */
    private static Optional<Boolean> link(String field, String text, FeedEntry entry) {
        String ours = entry.link().map(Object::toString).orElse("");
        return field.equals("link") || FeedValues.sameUrl(text, ours)
                ? Optional.of(FeedValues.sameUrl(text, ours))
                : Optional.empty();
    }

    /** They write a name with its address, "Ada (ada@outlet.example)"; we keep the name. */
    private static boolean sameAuthor(String expected, FeedEntry entry) {
        String joined = entry.authors().stream().collect(Collectors.joining(", "));
        return expected.equals(joined)
                || expected.replaceFirst("\\s*\\(\\S+@\\S+\\)$", "").equals(joined);
    }

    private static String enclosure(FeedEntry entry, Function<Enclosure, String> property) {
        return entry.enclosures().stream().findFirst().map(property).orElse("");
    }
}

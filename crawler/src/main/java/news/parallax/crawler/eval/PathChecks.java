package news.parallax.crawler.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.parallax.crawler.feed.FeedEntry;
import news.parallax.crawler.feed.FeedProfile;
import news.parallax.crawler.feed.ParsedFeed;
import okhttp3.HttpUrl;

/** Checks that name a path into a feed, as the rows of miniflux and NetNewsWire do. */
final class PathChecks {

    private static final Pattern ENTRY = Pattern.compile("feed\\.Entries\\[(\\d+)]\\.(.+)");

    private PathChecks() {}

    static Verdict miniflux(JsonNode checks, ParsedFeed feed, HttpUrl url) {
        List<String> faults = new ArrayList<>();
        int judged = 0;
        for (JsonNode check : checks) {
            Optional<Boolean> same = ofFeed(check, feed, url);
            if (same.isPresent()) {
                judged++;
                if (!same.get()) {
                    faults.add(check.path("path").asText() + " is not " + check.path("value"));
                }
            }
        }
        return judged == 0
                ? new Verdict.Skipped("no field of ours")
                : faults.isEmpty() ? Verdict.PASSED : new Verdict.Failed(String.join("; ", faults));
    }

    private static Optional<Boolean> ofFeed(JsonNode check, ParsedFeed feed, HttpUrl url) {
        String path = check.path("path").asText();
        Matcher entry = ENTRY.matcher(path);
        if (entry.matches()) {
            int index = Integer.parseInt(entry.group(1));
            return index < feed.listed().size()
                    ? ofEntry(entry.group(2), check.path("value"), feed.listed().get(index), feed.profile())
                    : Optional.of(false);
        }
        FeedProfile profile = feed.profile();
        String text = check.path("value").asText("");
        return switch (path) {
            case "feed.Entries" ->
                Optional.of(check.path("value").asInt() == feed.listed().size());
            case "feed.Title" -> Optional.of(titled(text, profile.title(), home(profile, url), url.toString()));
            case "feed.Description" -> Optional.of(FeedValues.sameText(text, profile.description()));
            case "feed.SiteURL" -> Optional.of(FeedValues.sameUrl(text, home(profile, url)));
            case "feed.FeedURL" ->
                Optional.of(FeedValues.sameUrl(text, profile.self().orElse(url).toString()));
            case "feed.IconURL" ->
                Optional.of(FeedValues.sameUrl(
                        text, profile.icon().map(Object::toString).orElse("")));
            case "feed.TTL" ->
                Optional.of(profile.freshFor()
                        .map(fresh -> fresh.toMinutes())
                        .equals(Optional.of(check.path("value").asLong())));
            case "feed.Language" -> Optional.of(text.equals(profile.language()));
            default -> Optional.empty();
        };
    }

    /** They take the feed's own address for a home page that is not named. */
    private static String home(FeedProfile profile, HttpUrl url) {
        return profile.homePage().orElse(url).toString();
    }

    /** They call what has no title by its address; we leave it empty. */
    private static boolean titled(String expected, String title, String... addresses) {
        return FeedValues.sameText(expected, title)
                || title.isEmpty()
                        && List.of(addresses).stream().anyMatch(address -> FeedValues.sameUrl(expected, address));
    }

    private static Optional<Boolean> ofEntry(String field, JsonNode value, FeedEntry entry, FeedProfile profile) {
        String text = value.asText("");
        String link = entry.link().map(Object::toString).orElse("");
        return switch (field) {
            case "Title" -> Optional.of(titled(text, entry.title(), link));
            case "URL" -> Optional.of(FeedValues.sameUrl(text, link));
            case "Author" ->
                Optional.of(text.replaceFirst("\\s*\\((mailto:)?\\S+@\\S+\\)$", "")
                        .equals(String.join(", ", entry.authors())));
            case "Content" ->
                Optional.of(FeedValues.sameMarkup(text, entry.content().isEmpty() ? entry.summary() : entry.content()));
            case "Enclosures" -> Optional.of(value.asInt() == entry.enclosures().size());
            case "Date" ->
                value.isNull()
                        ? Optional.empty()
                        : Optional.of(
                                FeedValues.sameTime(value, entry.publishTime().or(entry::updateTime)));
            case "Tags" -> // they give the feed's to entries without
                Optional.of(value.asInt()
                        == (entry.categories().isEmpty() ? profile.categories() : entry.categories()).size());
            case "Language" -> Optional.of(text.equals(entry.language()));
            default -> ofEnclosure(field, text, entry);
        };
    }

    private static Optional<Boolean> ofEnclosure(String field, String text, FeedEntry entry) {
        Matcher enclosure = Pattern.compile("Enclosures\\[(\\d+)]\\.(.+)").matcher(field);
        if (!enclosure.matches()) {
            return Optional.empty();
        }
        int index = Integer.parseInt(enclosure.group(1));
        if (index >= entry.enclosures().size()) {
            return Optional.of(false);
        }
        var found = entry.enclosures().get(index);
        return switch (enclosure.group(2)) {
            case "URL" -> Optional.of(FeedValues.sameUrl(text, found.url().toString()));
            case "MimeType" -> Optional.of(text.equals(found.type()));
            case "Size" -> Optional.of(text.equals(Long.toString(found.sizeBytes())));
            default -> Optional.empty();
        };
    }

    static Verdict netNewsWire(JsonNode checks, ParsedFeed feed) {
        int judged = 0;
        List<String> faults = new ArrayList<>();
        for (JsonNode check : checks) {
            String value = check.path("value").asText("");
            Optional<Boolean> same = switch (check.path("path").asText()) {
                case "items" ->
                    Optional.of(check.path("value").asInt() == feed.listed().size());
                case "feed.title" -> Optional.of(FeedValues.sameText(value, feed.title()));
                case "feed.iconURL" ->
                    Optional.of(FeedValues.sameUrl(
                            value, feed.profile().icon().map(Object::toString).orElse("")));
                case "items[*].title" ->
                    Optional.of(feed.listed().stream()
                            .noneMatch(entry -> entry.title().isEmpty()));
                case "items[*].contentHTML" ->
                    Optional.of(feed.listed().stream()
                            .noneMatch(entry ->
                                    entry.content().isEmpty() && entry.summary().isEmpty()));
                case "type" -> Optional.of(!value.equals("notAFeed"));
                default -> Optional.empty();
            };
            judged += same.isPresent() ? 1 : 0;
            if (!same.orElse(true)) {
                faults.add(check.path("path").asText() + " is not " + check.path("value"));
            }
        }
        return judged == 0
                ? new Verdict.Skipped("no field of ours")
                : faults.isEmpty() ? Verdict.PASSED : new Verdict.Failed(String.join("; ", faults));
    }
}

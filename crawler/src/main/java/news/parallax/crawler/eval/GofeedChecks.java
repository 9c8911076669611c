package news.parallax.crawler.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.parallax.crawler.feed.FeedEntry;
import news.parallax.crawler.feed.FeedProfile;
import news.parallax.crawler.feed.ParsedFeed;

/** What gofeed tells of a feed, on the fields that we have. */
final class GofeedChecks {

    private final List<String> faults = new ArrayList<>();
    private int judged;

    private GofeedChecks() {}

    static Verdict judge(JsonNode expected, ParsedFeed feed) {
        var checks = new GofeedChecks();
        checks.feed(expected, feed.profile());
        JsonNode entries = expected.has("entries") ? expected.path("entries") : expected.path("items");
        if (!entries.isEmpty()) {
            checks.check("count", entries.size() == feed.listed().size());
        }
        for (int i = 0; i < Math.min(entries.size(), feed.listed().size()); i++) {
            checks.entry(entries.get(i), feed.listed().get(i));
        }
        if (checks.judged == 0) {
            return new Verdict.Skipped("no field of ours");
        }
        return checks.faults.isEmpty() ? Verdict.PASSED : new Verdict.Failed(String.join("; ", checks.faults));
    }

    private void check(String field, boolean same) {
        judged++;
        if (!same) {
            faults.add(field);
        }
    }

    private void feed(JsonNode expected, FeedProfile profile) {
        text(expected, "title", profile.title());
        text(expected, "description", profile.description());
        text(expected, "subtitle", profile.description());
        exact(expected, "id", profile.id());
        exact(expected, "language", profile.language());
        url(expected, "link", profile.homePage().map(Object::toString).orElse(""));
        url(expected, "home_page_url", profile.homePage().map(Object::toString).orElse(""));
        time(expected, "updatedParsed", profile.updateTime());
        time(expected, "lastBuildDateParsed", profile.updateTime());
        time(expected, "pubDateParsed", profile.publishTime());
        names(expected.path("authors"), "authors", profile.authors());
        values(expected.path("categories"), profile.categories());
    }

    private void entry(JsonNode expected, FeedEntry entry) {
        String summary = entry.summary().isEmpty() ? entry.content() : entry.summary();
        text(expected, "title", entry.title());
        markup(expected, "description", summary);
        markup(expected, "summary", summary);
        JsonNode content = expected.path("content");
        if (content.isTextual()) {
            markup(expected, "content", entry.content());
        } else if (content.hasNonNull("value")) {
            markup(content, "value", entry.content());
        }
        if (expected.hasNonNull("content_html")) {
            markup(expected, "content_html", entry.content());
        }
        exact(expected, "id", entry.id());
        exact(expected.path("guid"), "value", entry.id());
        url(expected, "link", entry.link().map(Object::toString).orElse(""));
        url(expected, "url", entry.link().map(Object::toString).orElse(""));
        time(expected, "publishedParsed", entry.publishTime());
        time(expected, "pubDateParsed", entry.publishTime());
        time(expected, "updatedParsed", entry.updateTime());
        if (expected.path("author").isTextual()) {
            check(
                    "author",
                    FeedValues.sameText(
                            expected.path("author").asText().replaceFirst("^\\S+@\\S+ \\((.+)\\)$", "$1"),
                            String.join(", ", entry.authors())));
        }
        names(expected.path("authors"), "authors", entry.authors());
        values(expected.path("categories"), entry.categories());
    }

    private void text(JsonNode expected, String field, String found) {
        if (expected.hasNonNull(field)) {
            check(
                    field + " is not " + expected.path(field),
                    FeedValues.sameText(expected.path(field).asText(), found));
        }
    }

    /** Theirs may be dirty and relative; ours is cleaned, so that texts are compared where it had to be. */
    private void markup(JsonNode expected, String field, String found) {
        if (expected.hasNonNull(field)) {
            String markup = expected.path(field).asText();
            check(
                    field + " is not " + expected.path(field),
                    FeedValues.sameMarkup(markup, found) || FeedValues.sameText(markup, found));
        }
    }

    private void exact(JsonNode expected, String field, String found) {
        if (expected.hasNonNull(field)) {
            check(
                    field + " is not " + expected.path(field),
                    expected.path(field).asText().strip().equals(found));
        }
    }

    private void url(JsonNode expected, String field, String found) {
        if (expected.hasNonNull(field)) {
            check(
                    field + " is not " + expected.path(field),
                    FeedValues.sameUrl(expected.path(field).asText(), found));
        }
    }

    private void time(JsonNode expected, String field, Optional<Instant> found) {
        if (expected.hasNonNull(field)) {
            check(field + " is not " + expected.path(field), FeedValues.sameTime(expected.path(field), found));
        }
    }

    private void names(JsonNode expected, String field, List<String> found) {
        for (JsonNode author : expected) {
            String name = author.path("name").asText(author.path("email").asText(""));
            if (!name.isEmpty()) {
                check(field + " lack " + name, found.stream().anyMatch(ours -> FeedValues.sameText(name, ours)));
            }
        }
    }

    private void values(JsonNode expected, List<String> found) {
        for (JsonNode category : expected) {
            String value = category.isTextual()
                    ? category.asText()
                    : category.path("label")
                            .asText(category.path("term")
                                    .asText(category.path("value").asText("")));
            if (!value.isEmpty()) {
                check("categories lack " + value, found.stream().anyMatch(ours -> FeedValues.sameText(value, ours)));
            }
        }
    }
}

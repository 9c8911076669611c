package news.parallax.crawler.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.parallax.crawler.page.CanonicalUrl;
import news.parallax.crawler.page.ExtractedArticle;
import news.parallax.crawler.page.Kind;
import news.parallax.crawler.page.PublishTime;
import okhttp3.HttpUrl;

/** One line of a JSONL archive: {@code id, title, text, url, domain, publisher, date, lang}; other fields are ignored. */
final class ArchiveRow {

    /** Stands for the outlet of rows that name none; reserved, so it never meets a real one (RFC 2606). */
    private static final String NO_DOMAIN = "archive.invalid";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ArchiveRow() {}

    /**
     * Reads a row. Without a {@code url} the article gets {@code http://<domain>/<id>}; without {@code date} its publish
     * time is not known.
     */
    static ExtractedArticle article(String line) throws BadRowException {
        JsonNode row = tree(line);
        String title = text(row, "title");
        String text = text(row, "text");
        if (title.isEmpty() && text.isEmpty()) {
            throw new BadRowException("neither title nor text");
        }
        return new ExtractedArticle(
                url(row),
                text(row, "publisher"),
                title,
                "",
                text.replaceAll("\\s*\\n\\s*", "\n\n"),
                List.of(),
                text(row, "lang"),
                date(row),
                Optional.empty(),
                "",
                "",
                Kind.NEWS,
                false,
                "");
    }

    private static JsonNode tree(String line) throws BadRowException {
        try {
            JsonNode row = JSON.readTree(line);
            if (!row.isObject()) {
                throw new BadRowException("not a JSON object");
            }
            return row;
        } catch (JsonProcessingException e) {
            throw new BadRowException("not JSON: " + e.getOriginalMessage());
        }
    }

    private static CanonicalUrl url(JsonNode row) throws BadRowException {
        String url = text(row, "url");
        if (!url.isEmpty()) {
            return CanonicalUrl.of(url).orElseThrow(() -> new BadRowException("not an http or https URL: " + url));
        }
        String id = text(row, "id");
        if (id.isEmpty()) {
            throw new BadRowException("neither url nor id");
        }
        String domain = text(row, "domain");
        HttpUrl front = HttpUrl.parse("http://" + (domain.isEmpty() ? NO_DOMAIN : domain) + "/");
        if (front == null) {
            throw new BadRowException("not a domain: " + domain);
        }
        return CanonicalUrl.of(front.newBuilder().addPathSegment(id).build());
    }

    private static Optional<Instant> date(JsonNode row) throws BadRowException {
        String date = text(row, "date");
        Optional<Instant> time = PublishTime.parse(date);
        if (time.isEmpty() && !date.isEmpty()) {
            throw new BadRowException("not an ISO 8601 date: " + date);
        }
        return time;
    }

    private static String text(JsonNode row, String field) {
        JsonNode value = row.path(field);
        return value.isNull() ? "" : value.asText("").strip();
    }

    /** A row that is no article; the message says why. */
    static final class BadRowException extends Exception {
        BadRowException(String message) {
            super(message);
        }
    }
}

package news.parallax.gateway.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import news.parallax.gateway.access.Visitors;
import news.parallax.gateway.page.Languages;

/**
 * All of a visitor's request that its answer can depend on: other headers cannot change what is kept under it. The origin is
 * part of it so that whoever invents a host name is alone with the addresses made from it.
 *
 * @param query as sent; only answers to requests whose parameters are all known are kept
 * @param accept representations asked for, as sent
 * @param language which of ours was asked for
 */
record AnswerKey(String origin, String path, String query, String accept, String language) {
    private static final int LENGTH_LIMIT = 1_000;

    /** A header takes longer to understand than all the rest, and there are few that many send. */
    private static final LoadingCache<String, String> LANGUAGES = Caffeine.newBuilder()
            .maximumSize(1_000)
            .build(header -> Languages.accepted(header).toLanguageTag());

    /** Returns the key; empty for what may not be kept: of readers, and what asks for nothing. */
    static Optional<AnswerKey> of(HttpServerRequest request) {
        MultiMap headers = request.headers();
        if (!(request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD)
                || request.path().startsWith("/q/")
                || !Visitors.sent(headers)) {
            return Optional.empty();
        }
        var key = new AnswerKey(
                request.scheme() + "://" + request.authority(),
                request.path(),
                Objects.requireNonNullElse(request.query(), ""),
                all(headers, HttpHeaders.ACCEPT),
                LANGUAGES.get(all(headers, HttpHeaders.ACCEPT_LANGUAGE)));
        return key.length() <= LENGTH_LIMIT ? Optional.of(key) : Optional.empty();
    }

    /** A header may come in several lines, and a route sees all of them. */
    private static String all(MultiMap headers, CharSequence name) {
        List<String> lines = headers.getAll(name);
        return lines.size() == 1 ? lines.getFirst() : String.join(",", lines);
    }

    int length() {
        return origin.length() + path.length() + query.length() + accept.length() + language.length();
    }
}

package news.parallax.crawler;

import io.grpc.StatusRuntimeException;
import java.util.function.BiFunction;
import news.parallax.crawler.fetch.FetchResult.Failed;
import news.parallax.crawler.fetch.FetchResult.Fetched;
import news.parallax.crawler.fetch.FetchResult.NotModified;
import news.parallax.crawler.fetch.FetchResult.RateLimited;
import news.parallax.crawler.fetch.FetchResult.Refused;
import news.parallax.crawler.fetch.Fetcher;
import news.parallax.crawler.fetch.Validators;
import okhttp3.HttpUrl;

/** A document that somebody asks for over gRPC: it is had, or the call fails with the reason. */
final class RequestedDocument {

    private RequestedDocument() {}

    /**
     * Fetches it, whatever is known of it.
     *
     * @param refusal the error for what will not be had tomorrow either, of a reason and the URL
     */
    static Fetched fetch(Fetcher fetcher, HttpUrl url, BiFunction<String, HttpUrl, StatusRuntimeException> refusal)
            throws InterruptedException {
        return switch (fetcher.fetch(url, Validators.NONE)) {
            case Fetched fetched -> fetched;
            case NotModified _ ->
                throw CrawlErrors.unavailable("the server answers 304 to an unconditional request", url);
            case RateLimited _ -> throw CrawlErrors.unavailable("the server asks for a pause", url);
            case Refused refused -> throw refusal.apply(refused.reason(), url);
            case Failed failed -> throw CrawlErrors.unavailable(failed.reason(), url);
        };
    }
}

package news.parallax.crawler;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import okhttp3.HttpUrl;

/** Errors of the crawler's service: the only place that picks gRPC codes. */
final class CrawlErrors {

    private CrawlErrors() {}

    static StatusRuntimeException urlInvalid(String url) {
        return error(Code.INVALID_ARGUMENT, "URL_INVALID", "not an absolute http or https URL: " + url, url);
    }

    static StatusRuntimeException pageRefused(String reason, HttpUrl url) {
        return error(Code.FAILED_PRECONDITION, "PAGE_REFUSED", url + ": " + reason, url.toString());
    }

    static StatusRuntimeException pageIsListing(PageCrawler.Listing kind, String reason, HttpUrl url) {
        return switch (kind) {
            case FEED -> error(Code.FAILED_PRECONDITION, "PAGE_IS_FEED", url + ": " + reason, url.toString());
            case HOME_PAGE -> error(Code.FAILED_PRECONDITION, "PAGE_IS_HOME", url + ": " + reason, url.toString());
        };
    }

    static StatusRuntimeException feedRefused(String reason, HttpUrl url) {
        return error(Code.FAILED_PRECONDITION, "FEED_REFUSED", url + ": " + reason, url.toString());
    }

    static StatusRuntimeException feedUnreadable(String reason, HttpUrl url) {
        return error(Code.FAILED_PRECONDITION, "FEED_UNREADABLE", url + ": no feed: " + reason, url.toString());
    }

    static StatusRuntimeException tooManyCalls() {
        return error(Code.RESOURCE_EXHAUSTED, "TOO_MANY_CALLS", "too many calls at a time; try again later", "");
    }

    static StatusRuntimeException unavailable(String reason, HttpUrl url) {
        return error(Code.UNAVAILABLE, "PAGE_UNAVAILABLE", url + ": " + reason, url.toString());
    }

    private static StatusRuntimeException error(Code code, String reason, String message, String url) {
        return StatusProto.toStatusRuntimeException(Status.newBuilder()
                .setCode(code.getNumber())
                .setMessage(message)
                .addDetails(Any.pack(ErrorInfo.newBuilder()
                        .setReason(reason)
                        .setDomain("crawler.parallax.news")
                        .putMetadata("url", url)
                        .build()))
                .build());
    }
}

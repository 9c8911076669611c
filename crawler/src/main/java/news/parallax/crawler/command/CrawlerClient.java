package news.parallax.crawler.command;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import news.parallax.catalog.v1.ImportReport;
import news.parallax.crawler.v1.CrawlFeedRequest;
import news.parallax.crawler.v1.CrawlFeedResponse;
import news.parallax.crawler.v1.CrawlUrlRequest;
import news.parallax.crawler.v1.CrawlUrlResponse;
import news.parallax.crawler.v1.CrawlerServiceGrpc;
import news.parallax.crawler.v1.CrawlerServiceGrpc.CrawlerServiceBlockingStub;
import news.parallax.crawler.v1.DiscoverFeedsRequest;
import news.parallax.crawler.v1.DiscoverFeedsResponse;
import news.parallax.crawler.v1.ImportOpmlRequest;
import news.parallax.crawler.v1.ImportOpmlResponse;

/** Calls a running crawler; every answer is a flat map in the order in which it is to be read. */
final class CrawlerClient implements AutoCloseable {

    /** A feed may take as long as a lease, 5 minutes as shipped, and waits for its host before. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final ManagedChannel channel;

    CrawlerClient(int port) {
        this.channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
    }

    /** Crawls a page; a feed as a feed; of a home page, tells its feeds. */
    Map<String, Object> crawl(String url) {
        return answer("url", url, () -> {
            try {
                return page(
                        stub().crawlUrl(CrawlUrlRequest.newBuilder().setUrl(url).build()));
            } catch (StatusRuntimeException e) {
                return switch (reason(e)) {
                    case "PAGE_IS_FEED" ->
                        feed(stub().crawlFeed(CrawlFeedRequest.newBuilder()
                                .setUrl(url)
                                .build()));
                    case "PAGE_IS_HOME" ->
                        home(stub().discoverFeeds(DiscoverFeedsRequest.newBuilder()
                                .setUrl(url)
                                .build()));
                    default -> throw e;
                };
            }
        });
    }

    Map<String, Object> importOpml(String file, byte[] opml) {
        return answer(
                "file",
                file,
                () -> imported(stub().importOpml(ImportOpmlRequest.newBuilder()
                        .setOpml(ByteString.copyFrom(opml))
                        .build())));
    }

    private static Map<String, Object> page(CrawlUrlResponse page) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("article_id", page.getArticleId());
        answer.put("story_id", page.getStoryId());
        answer.put("canonical_url", page.getCanonicalUrl());
        return answer;
    }

    private static Map<String, Object> feed(CrawlFeedResponse feed) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("feed_url", feed.getUrl());
        answer.put("feed_title", feed.getTitle());
        answer.put("entries", feed.getEntryCount());
        answer.put("new", feed.getNewEntryCount());
        answer.put("stored", feed.getStoredEntryCount());
        answer.put("open", feed.getOpenEntryCount());
        answer.put("given_up", feed.getGivenUpEntryCount());
        if (!feed.getEntryError().isEmpty()) {
            answer.put("last_trouble", feed.getEntryError());
        }
        return answer;
    }

    private static Map<String, Object> home(DiscoverFeedsResponse home) {
        return Map.of(
                "feeds",
                home.getFeedsList().stream()
                        .map(feed -> {
                            Map<String, Object> row = new LinkedHashMap<>();
                            row.put("url", feed.getUrl());
                            row.put("title", feed.getTitle());
                            row.put("entries", feed.getEntryCount());
                            row.put("evidence", feed.getEvidence().name().replace("FEED_EVIDENCE_", ""));
                            return row;
                        })
                        .toList());
    }

    private static Map<String, Object> imported(ImportOpmlResponse response) {
        ImportReport report = response.getResult().getReport();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("added", report.getAddedCount());
        answer.put("changed", report.getChangedCount());
        answer.put("unchanged", report.getUnchangedCount());
        answer.put("sources_added", response.getResult().getAddedSourceIdsCount());
        answer.put(
                "refused",
                response.getResult().getRowsList().stream()
                        .filter(row -> !row.getReason().isEmpty())
                        .map(row -> Map.of("line", row.getLine(), "url", row.getUrl(), "message", row.getMessage()))
                        .toList());
        return answer;
    }

    private static Map<String, Object> answer(String kind, String what, Supplier<Map<String, Object>> call) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(kind, what);
        try {
            answer.putAll(call.get());
        } catch (StatusRuntimeException e) {
            answer.put("error", reason(e));
            answer.put("message", message(e));
        }
        return answer;
    }

    private static String message(StatusRuntimeException e) {
        boolean nobodyThere =
                e.getStatus().getCode() == Code.UNAVAILABLE && details(e).isEmpty();
        return nobodyThere
                ? "the crawler does not answer"
                : String.valueOf(e.getStatus().getDescription());
    }

    /** The reason in the details of an error, or else its code. */
    private static String reason(StatusRuntimeException e) {
        for (var detail : details(e)) {
            try {
                return detail.unpack(ErrorInfo.class).getReason();
            } catch (InvalidProtocolBufferException notThis) {
                continue;
            }
        }
        return e.getStatus().getCode().name();
    }

    private static List<com.google.protobuf.Any> details(StatusRuntimeException e) {
        var status = StatusProto.fromThrowable(e);
        return status == null ? List.of() : status.getDetailsList();
    }

    private CrawlerServiceBlockingStub stub() {
        return CrawlerServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}

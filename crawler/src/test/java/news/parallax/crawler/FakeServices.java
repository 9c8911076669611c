package news.parallax.crawler;

import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import news.parallax.article.v1.Article;
import news.parallax.catalog.v1.ConfirmSubscriptionRequest;
import news.parallax.catalog.v1.ConfirmSubscriptionResponse;
import news.parallax.catalog.v1.FeedEntryKey;
import news.parallax.catalog.v1.FeedServiceGrpc;
import news.parallax.catalog.v1.FindNewEntriesRequest;
import news.parallax.catalog.v1.FindNewEntriesResponse;
import news.parallax.catalog.v1.GetSubscriptionRequest;
import news.parallax.catalog.v1.GetSubscriptionResponse;
import news.parallax.catalog.v1.ImportOpmlRequest;
import news.parallax.catalog.v1.ImportOpmlResponse;
import news.parallax.catalog.v1.ImportReport;
import news.parallax.catalog.v1.LeaseSubscriptionsRequest;
import news.parallax.catalog.v1.LeaseSubscriptionsResponse;
import news.parallax.catalog.v1.NotifyFeedRequest;
import news.parallax.catalog.v1.NotifyFeedResponse;
import news.parallax.catalog.v1.OpmlRow;
import news.parallax.catalog.v1.Subscription;
import news.parallax.clusterer.v1.ClustererServiceGrpc;
import news.parallax.clusterer.v1.IngestArticlesRequest;
import news.parallax.clusterer.v1.IngestArticlesResponse;

/** A catalog that knows what was delivered, and a clusterer that makes each article a story, on one port; and a site. */
public final class FakeServices implements QuarkusTestResourceLifecycleManager {

    /** By id. */
    static final Map<String, Article> STORED = new ConcurrentSkipListMap<>();

    /** The only subscription; handed out once. */
    public static final Subscription WANTED = Subscription.newBuilder()
            .setId("a1b2c3")
            .setFeedId("feed")
            .setHubUrl("http://hub.example/hub")
            .setTopicUrl("http://outlet.example/feed.xml")
            .setSecret("tide")
            .setActive(true)
            .build();

    /** What the catalog was told of it. */
    public static final List<String> TOLD = new CopyOnWriteArrayList<>();

    private static final AtomicBoolean HANDED_OUT = new AtomicBoolean();

    private Server server;
    private FakeSite site;

    @Override
    public Map<String, String> start() {
        try {
            server = ServerBuilder.forPort(0)
                    .addService(catalog())
                    .addService(clusterer())
                    .build()
                    .start();
            site = new FakeSite();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String port = Integer.toString(server.getPort());
        return Map.of(
                "quarkus.grpc.clients.catalog.test-port", port,
                "quarkus.grpc.clients.clusterer.test-port", port,
                "parallax.crawler.connect-to.example", "127.0.0.1:" + site.port());
    }

    @Override
    public void stop() {
        server.shutdownNow();
        site.close();
    }

    /** By their methods: Quarkus would take classes of services for ones that it has to serve. */
    private static ServerServiceDefinition catalog() {
        return ServerServiceDefinition.builder(FeedServiceGrpc.SERVICE_NAME)
                .addMethod(
                        FeedServiceGrpc.getFindNewEntriesMethod(),
                        ServerCalls.asyncUnaryCall(FakeServices::findNewEntries))
                .addMethod(FeedServiceGrpc.getImportOpmlMethod(), ServerCalls.asyncUnaryCall(FakeServices::importOpml))
                .addMethod(
                        FeedServiceGrpc.getLeaseSubscriptionsMethod(),
                        ServerCalls.asyncUnaryCall(FakeServices::leaseSubscriptions))
                .addMethod(
                        FeedServiceGrpc.getConfirmSubscriptionMethod(),
                        ServerCalls.asyncUnaryCall(FakeServices::confirmSubscription))
                .addMethod(
                        FeedServiceGrpc.getGetSubscriptionMethod(),
                        ServerCalls.asyncUnaryCall(FakeServices::getSubscription))
                .addMethod(FeedServiceGrpc.getNotifyFeedMethod(), ServerCalls.asyncUnaryCall(FakeServices::notifyFeed))
                .build();
    }

    private static ServerServiceDefinition clusterer() {
        return ServerServiceDefinition.builder(ClustererServiceGrpc.SERVICE_NAME)
                .addMethod(
                        ClustererServiceGrpc.getIngestArticlesMethod(),
                        ServerCalls.asyncBidiStreamingCall(FakeServices::ingest))
                .build();
    }

    private static void findNewEntries(FindNewEntriesRequest request, StreamObserver<FindNewEntriesResponse> answer) {
        List<String> known = STORED.values().stream()
                .map(article -> article.getFeedOrigin().getEntryUrl())
                .toList();
        answer.onNext(FindNewEntriesResponse.newBuilder()
                .addAllEntryUrls(request.getEntriesList().stream()
                        .map(FeedEntryKey::getEntryUrl)
                        .filter(url -> !known.contains(url))
                        .toList())
                .build());
        answer.onCompleted();
    }

    private static void importOpml(ImportOpmlRequest request, StreamObserver<ImportOpmlResponse> answer) {
        if (!request.getOpml().isValidUtf8()) {
            answer.onError(Status.INVALID_ARGUMENT
                    .withDescription("the file is not UTF-8")
                    .asException());
            return;
        }
        answer.onNext(ImportOpmlResponse.newBuilder()
                .setReport(ImportReport.newBuilder().setAddedCount(1))
                .addRows(OpmlRow.newBuilder().setLine(request.getDryRun() ? 1 : 2))
                .build());
        answer.onCompleted();
    }

    private static void leaseSubscriptions(
            LeaseSubscriptionsRequest request, StreamObserver<LeaseSubscriptionsResponse> answer) {
        var response = LeaseSubscriptionsResponse.newBuilder();
        if (!HANDED_OUT.getAndSet(true)) {
            response.addSubscriptions(WANTED);
        }
        answer.onNext(response.build());
        answer.onCompleted();
    }

    private static void confirmSubscription(
            ConfirmSubscriptionRequest request, StreamObserver<ConfirmSubscriptionResponse> answer) {
        if (!request.getSubscriptionId().equals(WANTED.getId())
                || !request.getTopicUrl().equals(WANTED.getTopicUrl())) {
            answer.onError(Status.NOT_FOUND.asException());
            return;
        }
        TOLD.add((request.getDenied() ? "denied" : "confirmed ")
                + request.getLease().getSeconds());
        answer.onNext(ConfirmSubscriptionResponse.getDefaultInstance());
        answer.onCompleted();
    }

    private static void getSubscription(
            GetSubscriptionRequest request, StreamObserver<GetSubscriptionResponse> answer) {
        if (!request.getSubscriptionId().equals(WANTED.getId())) {
            answer.onError(Status.NOT_FOUND.asException());
            return;
        }
        answer.onNext(
                GetSubscriptionResponse.newBuilder().setSubscription(WANTED).build());
        answer.onCompleted();
    }

    private static void notifyFeed(NotifyFeedRequest request, StreamObserver<NotifyFeedResponse> answer) {
        TOLD.add("pushed");
        answer.onNext(NotifyFeedResponse.getDefaultInstance());
        answer.onCompleted();
    }

    private static StreamObserver<IngestArticlesRequest> ingest(StreamObserver<IngestArticlesResponse> answers) {
        return new StreamObserver<>() {
            @Override
            public void onNext(IngestArticlesRequest request) {
                Article article = request.getArticle();
                IngestArticlesResponse.Builder answer = IngestArticlesResponse.newBuilder()
                        .setSequence(request.getSequence())
                        .setArticleId(article.getId());
                answer.getStoredBuilder()
                        .setStoryId("story of " + article.getTitle())
                        .setCreated(STORED.put(article.getId(), article) == null);
                answers.onNext(answer.build());
            }

            @Override
            public void onError(Throwable error) {}

            @Override
            public void onCompleted() {
                answers.onCompleted();
            }
        };
    }
}

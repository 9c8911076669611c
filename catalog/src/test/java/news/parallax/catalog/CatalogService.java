package news.parallax.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.Channel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import news.parallax.catalog.v1.ArticleReceipt;
import news.parallax.catalog.v1.ArticleRecord;
import news.parallax.catalog.v1.AuditServiceGrpc;
import news.parallax.catalog.v1.AuditServiceGrpc.AuditServiceBlockingStub;
import news.parallax.catalog.v1.FeedServiceGrpc;
import news.parallax.catalog.v1.FeedServiceGrpc.FeedServiceBlockingStub;
import news.parallax.catalog.v1.GetStoryRequest;
import news.parallax.catalog.v1.GroupingReportServiceGrpc;
import news.parallax.catalog.v1.GroupingReportServiceGrpc.GroupingReportServiceBlockingStub;
import news.parallax.catalog.v1.ImportRatingsRequest;
import news.parallax.catalog.v1.ImportReport;
import news.parallax.catalog.v1.ImportSourcesRequest;
import news.parallax.catalog.v1.JobServiceGrpc;
import news.parallax.catalog.v1.JobServiceGrpc.JobServiceBlockingStub;
import news.parallax.catalog.v1.LeaseServiceGrpc;
import news.parallax.catalog.v1.LeaseServiceGrpc.LeaseServiceBlockingStub;
import news.parallax.catalog.v1.LimitServiceGrpc;
import news.parallax.catalog.v1.LimitServiceGrpc.LimitServiceBlockingStub;
import news.parallax.catalog.v1.ListStoryArticlesRequest;
import news.parallax.catalog.v1.Rating;
import news.parallax.catalog.v1.ReaderServiceGrpc;
import news.parallax.catalog.v1.ReaderServiceGrpc.ReaderServiceBlockingStub;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.SearchServiceGrpc;
import news.parallax.catalog.v1.SearchServiceGrpc.SearchServiceBlockingStub;
import news.parallax.catalog.v1.SessionServiceGrpc;
import news.parallax.catalog.v1.SessionServiceGrpc.SessionServiceBlockingStub;
import news.parallax.catalog.v1.Source;
import news.parallax.catalog.v1.SourceServiceGrpc;
import news.parallax.catalog.v1.SourceServiceGrpc.SourceServiceBlockingStub;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryArticle;
import news.parallax.catalog.v1.StoryServiceGrpc;
import news.parallax.catalog.v1.StoryServiceGrpc.StoryServiceBlockingStub;
import news.parallax.catalog.v1.TransferServiceGrpc;
import news.parallax.catalog.v1.TransferServiceGrpc.TransferServiceBlockingV2Stub;
import news.parallax.catalog.v1.WebhookServiceGrpc;
import news.parallax.catalog.v1.WebhookServiceGrpc.WebhookServiceBlockingStub;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.config.ConfigProvider;

/** The running catalog as its callers see it: over gRPC, as plain clients. */
public final class CatalogService {
    private static final long DEADLINE_SECONDS = 30;
    private static final Channel CHANNEL = connect();

    private CatalogService() {}

    public static Channel channel() {
        return CHANNEL;
    }

    public static StoryServiceBlockingStub stories() {
        return StoryServiceGrpc.newBlockingStub(CHANNEL).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    /** As another client: a stream that is not read uses up its connection's window, and blocks calls beside it. */
    public static StoryServiceBlockingStub storiesOnAnotherConnection() {
        return StoryServiceGrpc.newBlockingStub(connect()).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    public static SourceServiceBlockingStub sources() {
        return SourceServiceGrpc.newBlockingStub(CHANNEL).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    public static FeedServiceBlockingStub feeds() {
        return FeedServiceGrpc.newBlockingStub(CHANNEL).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    public static ReaderServiceBlockingStub readers() {
        return ReaderServiceGrpc.newBlockingStub(CHANNEL).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    public static SearchServiceBlockingStub searches() {
        return SearchServiceGrpc.newBlockingStub(CHANNEL).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    public static SessionServiceBlockingStub sessions() {
        return SessionServiceGrpc.newBlockingStub(CHANNEL).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    public static LimitServiceBlockingStub limits() {
        return LimitServiceGrpc.newBlockingStub(CHANNEL).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    public static LeaseServiceBlockingStub leases() {
        return LeaseServiceGrpc.newBlockingStub(CHANNEL).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    public static AuditServiceBlockingStub audit() {
        return AuditServiceGrpc.newBlockingStub(CHANNEL).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    public static JobServiceBlockingStub jobs() {
        return JobServiceGrpc.newBlockingStub(CHANNEL).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    public static GroupingReportServiceBlockingStub groupingReports() {
        return GroupingReportServiceGrpc.newBlockingStub(CHANNEL).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    public static WebhookServiceBlockingStub webhooks() {
        return WebhookServiceGrpc.newBlockingStub(CHANNEL).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    public static TransferServiceBlockingV2Stub transfers() {
        return TransferServiceGrpc.newBlockingV2Stub(CHANNEL).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    public static List<ArticleReceipt> record(ArticleRecord... records) {
        return stories()
                .recordArticles(RecordArticlesRequest.newBuilder()
                        .addAllArticles(List.of(records))
                        .build())
                .getReceiptsList();
    }

    public static Story story(String id) {
        return stories()
                .getStory(GetStoryRequest.newBuilder().setStoryId(id).build())
                .getStory();
    }

    public static List<StoryArticle> articles(String storyId) {
        List<StoryArticle> articles = new ArrayList<>();
        var request = ListStoryArticlesRequest.newBuilder().setStoryId(storyId).setPageSize(200);
        do {
            var page = stories().listStoryArticles(request.build());
            articles.addAll(page.getArticlesList());
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return articles;
    }

    public static ImportReport importSources(Source... sources) {
        return sources()
                .importSources(ImportSourcesRequest.newBuilder()
                        .addAllSources(List.of(sources))
                        .build())
                .getReport();
    }

    public static ImportReport importRatings(Rating... ratings) {
        return sources()
                .importRatings(ImportRatingsRequest.newBuilder()
                        .addAllRatings(List.of(ratings))
                        .build())
                .getReport();
    }

    private static Channel connect() {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        return ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .maxInboundMessageSize(64 << 20)
                .build();
    }

    /** Returns what a call that must fail says, having checked code and domain. */
    public static ErrorInfo refusal(Code code, ThrowingCallable call) {
        StatusRuntimeException error = catchThrowableOfType(StatusRuntimeException.class, call);
        assertThat(error).isNotNull();
        assertThat(error.getStatus().getCode()).isEqualTo(code);
        Status status = StatusProto.fromThrowable(error);
        assertThat(status.getDetailsList()).hasSize(1);
        try {
            ErrorInfo info = status.getDetails(0).unpack(ErrorInfo.class);
            assertThat(info.getDomain()).isEqualTo("catalog.parallax.news");
            return info;
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}

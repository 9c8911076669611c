package news.parallax.catalog.call;

import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.readers;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.Samples.articleId;
import static news.parallax.catalog.Samples.digest;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.Samples.timestamp;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import com.google.rpc.ErrorInfo;
import io.grpc.CallOptions;
import io.grpc.Context;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.Status.Code;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ClientCalls;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import news.parallax.catalog.CatalogService;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.ArticleMembership;
import news.parallax.catalog.v1.AuditEntry;
import news.parallax.catalog.v1.AuditServiceGrpc;
import news.parallax.catalog.v1.AuthenticateReaderRequest;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.ConsolidateStoriesRequest;
import news.parallax.catalog.v1.CountRequestsRequest;
import news.parallax.catalog.v1.CreateApiKeyRequest;
import news.parallax.catalog.v1.CreateFollowRequest;
import news.parallax.catalog.v1.CreateGroupingReportRequest;
import news.parallax.catalog.v1.CreateMuteRequest;
import news.parallax.catalog.v1.CreateReaderRequest;
import news.parallax.catalog.v1.CreateSessionRequest;
import news.parallax.catalog.v1.CreateWebhookRequest;
import news.parallax.catalog.v1.FeedServiceGrpc;
import news.parallax.catalog.v1.FileHead;
import news.parallax.catalog.v1.GroupingReportKind;
import news.parallax.catalog.v1.GroupingReportServiceGrpc;
import news.parallax.catalog.v1.ImportCatalogRequest;
import news.parallax.catalog.v1.ImportOptions;
import news.parallax.catalog.v1.ImportSourcesRequest;
import news.parallax.catalog.v1.JobServiceGrpc;
import news.parallax.catalog.v1.LeaseDeliveriesRequest;
import news.parallax.catalog.v1.LimitServiceGrpc;
import news.parallax.catalog.v1.MergeSourcesRequest;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.MoveArticlesRequest;
import news.parallax.catalog.v1.Plan;
import news.parallax.catalog.v1.RatingOverride;
import news.parallax.catalog.v1.Reader;
import news.parallax.catalog.v1.ReaderServiceGrpc;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.RecordAuditEntryRequest;
import news.parallax.catalog.v1.RecordReadingRequest;
import news.parallax.catalog.v1.RequestCount;
import news.parallax.catalog.v1.SaveStoryRequest;
import news.parallax.catalog.v1.SearchServiceGrpc;
import news.parallax.catalog.v1.SessionServiceGrpc;
import news.parallax.catalog.v1.SetPlanRequest;
import news.parallax.catalog.v1.SourceServiceGrpc;
import news.parallax.catalog.v1.SplitStoryRequest;
import news.parallax.catalog.v1.StoryChange;
import news.parallax.catalog.v1.StoryServiceGrpc;
import news.parallax.catalog.v1.Target;
import news.parallax.catalog.v1.TransferFormat;
import news.parallax.catalog.v1.TransferServiceGrpc;
import news.parallax.catalog.v1.UndoStoryEventRequest;
import news.parallax.catalog.v1.UpdateMembershipsRequest;
import news.parallax.catalog.v1.UpdatePreferencesRequest;
import news.parallax.catalog.v1.UpdateRatingOverrideRequest;
import news.parallax.catalog.v1.UpdateReaderRequest;
import news.parallax.catalog.v1.UpdateStoryRequest;
import news.parallax.catalog.v1.WebhookServiceGrpc;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every call of the catalog does with nonsense: it refuses by a status with its reason, and leaves no trace. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class BadInputTest {
    private static final int CASES = 40;
    private static final String URL = "https://nonsense.example/a";
    private static final String STORY = storyId("nonsense");
    private static final String OTHER_STORY = storyId("nonsense, other");
    private static final String READER = "nonsense";
    private static final List<String> KNOWN = List.of(
            STORY, OTHER_STORY, articleId(URL), URL, URL + "b", articleId(URL + "b"), "nonsense.example", "en", READER);
    private static final Instant LATER = Instant.now().plus(Duration.ofDays(7));
    private static final Target TARGET =
            Target.newBuilder().setSourceId("nonsense.example").build();
    private static final Set<Code> REFUSALS = EnumSet.of(
            Code.INVALID_ARGUMENT,
            Code.NOT_FOUND,
            Code.ALREADY_EXISTS,
            Code.FAILED_PRECONDITION,
            Code.OUT_OF_RANGE,
            Code.RESOURCE_EXHAUSTED,
            Code.UNAUTHENTICATED);

    @Inject
    DataSource database;

    static Stream<String> calls() {
        return methods().map(MethodDescriptor::getFullMethodName);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void nonsenseIsRefusedByAReasonAndLeavesNoTrace(String name) throws Exception {
        importSources(source("nonsense.example"));
        record(record(STORY, URL), record(STORY, URL + "c"), record(OTHER_STORY, URL + "b"));
        readers()
                .updateReader(UpdateReaderRequest.newBuilder()
                        .setReader(Reader.newBuilder().setId(READER))
                        .build());
        MethodDescriptor<Message, Message> method = method(name);
        Message prototype = ((PrototypeMarshaller<Message>) method.getRequestMarshaller()).getMessagePrototype();
        Message right = RIGHT.getOrDefault(prototype.getClass(), prototype);
        Map<String, Long> before = rows();
        for (int seed = 0; seed < CASES; seed++) {
            var nonsense = new Nonsense(new Random(seed), KNOWN);
            List<Message> requests = method.getType().clientSendsOneMessage()
                    ? List.of(seed % 2 == 0 ? nonsense.any(prototype) : nonsense.spoil(right))
                    : nonsense.spoil(UPLOAD, prototype);
            Map<String, Long> rows = before;
            try {
                call(method, requests);
                before = rows();
            } catch (StatusRuntimeException e) {
                assertThat(e.getStatus().getCode()).as("seed %d: %s", seed, e).isIn(REFUSALS);
                assertThat(StatusProto.fromThrowable(e).getDetailsList())
                        .as("seed %d: %s", seed, e)
                        .singleElement()
                        .satisfies(detail -> {
                            ErrorInfo info = detail.unpack(ErrorInfo.class);
                            assertThat(info.getReason()).matches("[A-Z][A-Z0-9_]+");
                            assertThat(info.getDomain()).isEqualTo("catalog.parallax.news");
                        });
                before = rows();
                assertThat(before).as("seed %d: %s", seed, e).isEqualTo(rows);
            }
        }
    }

    /** Requests that are served, to be spoiled in one field. */
    private static final Map<Class<?>, Message> RIGHT = Stream.of(
                    RecordArticlesRequest.newBuilder()
                            .addArticles(record(STORY, URL + "b"))
                            .addArticles(record(STORY, URL + "new"))
                            .addStories(digest(STORY, URL, URL))
                            .build(),
                    UpdateStoryRequest.newBuilder()
                            .setStory(digest(STORY, URL, URL))
                            .build(),
                    UpdateMembershipsRequest.newBuilder()
                            .addMemberships(ArticleMembership.newBuilder()
                                    .setArticleId(articleId(URL))
                                    .setMembership(record(STORY, URL).getMembership()))
                            .build(),
                    merge(),
                    split(),
                    move(),
                    ConsolidateStoriesRequest.newBuilder()
                            .addChanges(StoryChange.newBuilder().setMove(move()))
                            .addChanges(StoryChange.newBuilder().setSplit(split()))
                            .addChanges(StoryChange.newBuilder().setMerge(merge()))
                            .build(),
                    UndoStoryEventRequest.newBuilder()
                            .setEventId("1")
                            .setActor("editor")
                            .build(),
                    ImportSourcesRequest.newBuilder()
                            .addSources(source("nonsense.example"))
                            .build(),
                    MergeSourcesRequest.newBuilder()
                            .setSourceId("nonsense.example")
                            .setIntoSourceId("nonsense.example")
                            .build(),
                    CreateReaderRequest.newBuilder()
                            .setEmail("nonsense@example.org")
                            .setPassword("correct horse battery")
                            .build(),
                    AuthenticateReaderRequest.newBuilder()
                            .setEmail("nonsense@example.org")
                            .setPassword("correct horse battery")
                            .build(),
                    CreateApiKeyRequest.newBuilder()
                            .setReaderId(READER)
                            .setName("key")
                            .build(),
                    CreateSessionRequest.newBuilder()
                            .setReaderId(READER)
                            .setExpireTime(timestamp(LATER))
                            .setClient("browser")
                            .build(),
                    UpdatePreferencesRequest.newBuilder()
                            .setReaderId(READER)
                            .setLanguage("de")
                            .setEdition("AT")
                            .build(),
                    SetPlanRequest.newBuilder()
                            .setReaderId(READER)
                            .setPlan(Plan.PLAN_PRO)
                            .setActorId(READER)
                            .build(),
                    CreateGroupingReportRequest.newBuilder()
                            .setReaderId(READER)
                            .setStoryId(STORY)
                            .setArticleId(articleId(URL))
                            .setKind(GroupingReportKind.GROUPING_REPORT_KIND_WRONG_ARTICLE)
                            .setText("wrong")
                            .build(),
                    CreateWebhookRequest.newBuilder()
                            .setReaderId(READER)
                            .setUrl("https://hooks.example/nonsense")
                            .setName("hook")
                            .build(),
                    LeaseDeliveriesRequest.newBuilder()
                            .setLeaseDuration(
                                    com.google.protobuf.Duration.newBuilder().setSeconds(30))
                            .build(),
                    CountRequestsRequest.newBuilder()
                            .addCounts(RequestCount.newBuilder()
                                    .setSubject("key")
                                    .setWindowStart(timestamp(Instant.now()))
                                    .setWindowSeconds(60)
                                    .setCount(1))
                            .build(),
                    RecordAuditEntryRequest.newBuilder()
                            .setEntry(AuditEntry.newBuilder().setActorId(READER).setAction("DONE"))
                            .build(),
                    CreateFollowRequest.newBuilder()
                            .setReaderId(READER)
                            .setTarget(TARGET)
                            .build(),
                    CreateMuteRequest.newBuilder()
                            .setReaderId(READER)
                            .setTarget(TARGET)
                            .build(),
                    SaveStoryRequest.newBuilder()
                            .setReaderId(READER)
                            .setStoryId(STORY)
                            .build(),
                    UpdateRatingOverrideRequest.newBuilder()
                            .setReaderId(READER)
                            .setRatingOverride(RatingOverride.newBuilder()
                                    .setSourceId("nonsense.example")
                                    .setBias(Bias.BIAS_LEFT))
                            .build(),
                    RecordReadingRequest.newBuilder()
                            .setReaderId(READER)
                            .setArticleId(articleId(URL))
                            .build())
            .collect(Collectors.toMap(Message::getClass, Function.identity()));

    /** An import that is taken, piece by piece. */
    private static final List<ImportCatalogRequest> UPLOAD = List.of(
            ImportCatalogRequest.newBuilder()
                    .setOptions(ImportOptions.newBuilder().setDryRun(false))
                    .build(),
            head(TransferFormat.TRANSFER_FORMAT_SOURCES_CSV),
            data("id,country\nnonsense.example,BE\n"),
            head(TransferFormat.TRANSFER_FORMAT_FEEDS_OPML),
            data("<opml><body><outline xmlUrl='https://nonsense.example/rss'/>"),
            data("</body></opml>"));

    private static ImportCatalogRequest head(TransferFormat format) {
        return ImportCatalogRequest.newBuilder()
                .setFile(FileHead.newBuilder().setName("file").setFormat(format).setRateDate("2026-01-31"))
                .build();
    }

    private static ImportCatalogRequest data(String text) {
        return ImportCatalogRequest.newBuilder()
                .setData(ByteString.copyFromUtf8(text))
                .build();
    }

    private static MergeStoriesRequest merge() {
        return MergeStoriesRequest.newBuilder()
                .setStoryId(STORY)
                .addMergedStoryIds(OTHER_STORY)
                .build();
    }

    private static SplitStoryRequest split() {
        return SplitStoryRequest.newBuilder()
                .setStoryId(STORY)
                .setNewStoryId(storyId("nonsense, new"))
                .addArticleIds(articleId(URL))
                .build();
    }

    private static MoveArticlesRequest move() {
        return MoveArticlesRequest.newBuilder()
                .setStoryId(OTHER_STORY)
                .addArticleIds(articleId(URL))
                .build();
    }

    private static Stream<MethodDescriptor<?, ?>> methods() {
        return Stream.of(
                        StoryServiceGrpc.getServiceDescriptor(),
                        SourceServiceGrpc.getServiceDescriptor(),
                        FeedServiceGrpc.getServiceDescriptor(),
                        ReaderServiceGrpc.getServiceDescriptor(),
                        SearchServiceGrpc.getServiceDescriptor(),
                        SessionServiceGrpc.getServiceDescriptor(),
                        LimitServiceGrpc.getServiceDescriptor(),
                        AuditServiceGrpc.getServiceDescriptor(),
                        GroupingReportServiceGrpc.getServiceDescriptor(),
                        JobServiceGrpc.getServiceDescriptor(),
                        WebhookServiceGrpc.getServiceDescriptor(),
                        TransferServiceGrpc.getServiceDescriptor())
                .flatMap(service -> service.getMethods().stream());
    }

    @SuppressWarnings("unchecked")
    private static MethodDescriptor<Message, Message> method(String name) {
        return (MethodDescriptor<Message, Message>) methods()
                .filter(method -> method.getFullMethodName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Calls; of a stream, takes the first message and hangs up. */
    private static void call(MethodDescriptor<Message, Message> method, List<Message> requests) throws Exception {
        Message request = requests.getFirst();
        var options = CallOptions.DEFAULT.withDeadlineAfter(60, TimeUnit.SECONDS);
        switch (method.getType()) {
            case UNARY -> ClientCalls.blockingUnaryCall(CatalogService.channel(), method, options, request);
            case SERVER_STREAMING -> {
                var call = Context.current().withCancellation();
                try {
                    call.call(() -> ClientCalls.blockingServerStreamingCall(
                                    CatalogService.channel(), method, options, request)
                            .hasNext());
                } finally {
                    call.cancel(null);
                }
            }
            case CLIENT_STREAMING -> {
                var call = ClientCalls.blockingClientStreamingCall(CatalogService.channel(), method, options);
                try {
                    for (Message piece : requests) {
                        call.write(piece);
                    }
                    call.halfClose();
                    call.read();
                } catch (StatusException e) {
                    throw e.getStatus().asRuntimeException(e.getTrailers());
                }
            }
            default -> throw new AssertionError("This test does not know how to call " + method.getFullMethodName());
        }
    }

    /** Counts the rows of every table, but for those of the search, of jobs and of messages, which follow in their own time. */
    private Map<String, Long> rows() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            Map<String, Long> rows = new TreeMap<>();
            var counts = statement.executeQuery("""
                    select table_name, (xpath('/row/c/text()',
                        query_to_xml('select count(*) as c from "' || table_name || '"', false, true, '')))[1]::text::bigint
                    from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
                        and table_name not like 'story_search%' and table_name not like '%subject%'
                        and table_name not in ('job_run', 'webhook_delivery')
                    """);
            while (counts.next()) {
                rows.put(counts.getString(1), counts.getLong(2));
            }
            return rows;
        }
    }
}

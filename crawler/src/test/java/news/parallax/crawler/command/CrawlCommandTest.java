package news.parallax.crawler.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import news.parallax.catalog.v1.ImportReport;
import news.parallax.catalog.v1.OpmlRow;
import news.parallax.crawler.v1.CrawlFeedRequest;
import news.parallax.crawler.v1.CrawlFeedResponse;
import news.parallax.crawler.v1.CrawlUrlRequest;
import news.parallax.crawler.v1.CrawlUrlResponse;
import news.parallax.crawler.v1.CrawlerServiceGrpc;
import news.parallax.crawler.v1.DiscoverFeedsRequest;
import news.parallax.crawler.v1.DiscoverFeedsResponse;
import news.parallax.crawler.v1.DiscoveredFeed;
import news.parallax.crawler.v1.FeedEvidence;
import news.parallax.crawler.v1.ImportOpmlRequest;
import news.parallax.crawler.v1.ImportOpmlResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrawlCommandTest {

    private Server server;
    private int port;

    @BeforeEach
    void start() throws IOException {
        server = ServerBuilder.forPort(0).addService(crawler()).build().start();
        port = server.getPort();
    }

    @AfterEach
    void stop() {
        server.shutdownNow();
    }

    @Test
    void pagesFeedsAndHomePagesAreToldApart() throws IOException {
        List<JsonNode> answers = run(0, "http://a.example/pier", "http://a.example/feed", "http://a.example/");
        assertThat(answers.get(0).toString())
                .isEqualTo("{\"url\":\"http://a.example/pier\",\"article_id\":\"a1\",\"story_id\":\"s1\","
                        + "\"canonical_url\":\"http://a.example/pier\"}");
        assertThat(answers.get(1).toString())
                .isEqualTo(
                        "{\"url\":\"http://a.example/feed\",\"feed_url\":\"\",\"feed_title\":\"Harbour\",\"entries\":0,"
                                + "\"new\":3,\"stored\":2,\"open\":1,\"given_up\":0,\"last_trouble\":\"timed out\"}");
        assertThat(answers.get(2).at("/feeds/0/url").asText()).isEqualTo("http://a.example/feed");
        assertThat(answers.get(2).at("/feeds/0/evidence").asText()).isEqualTo("DECLARED");
    }

    @Test
    void anErrorSaysWhyAndDoesNotStopTheOthers() throws IOException {
        List<JsonNode> answers = run(1, "http://a.example/forbidden", "missing.opml", "http://a.example/pier");
        assertThat(answers.get(0).get("error").asText()).isEqualTo("PAGE_REFUSED");
        assertThat(answers.get(0).get("message").asText()).isEqualTo("robots.txt forbids it");
        assertThat(answers.get(1).get("error").asText()).isEqualTo("NO_SUCH_FILE");
        assertThat(answers.get(2).get("article_id").asText()).isEqualTo("a1");
    }

    @Test
    void aFileOfFeedsIsImported(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.opml"), "<opml/>");
        JsonNode answer = run(0, file.toString()).getFirst();
        assertThat(answer.get("added").asInt()).isEqualTo(7);
        assertThat(answer.at("/refused/0/message").asText()).isEqualTo("no address");
        assertThat(answer.get("refused")).hasSize(1);
    }

    @Test
    void thatNobodyAnswersIsSaid() throws IOException {
        server.shutdownNow();
        assertThat(run(1, "http://a.example/pier").getFirst().get("message").asText())
                .isEqualTo("the crawler does not answer");
    }

    private List<JsonNode> run(int exitCode, String... what) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(Integer.toString(port)));
        arguments.addAll(List.of(what));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = CrawlCommand.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream()));
        assertThat(code).isEqualTo(exitCode);
        List<JsonNode> answers = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            answers.add(new ObjectMapper().readTree(line));
        }
        return answers;
    }

    /** Knows a page, a feed, a home page, and what it must not fetch. */
    private static ServerServiceDefinition crawler() {
        return ServerServiceDefinition.builder(CrawlerServiceGrpc.SERVICE_NAME)
                .addMethod(
                        CrawlerServiceGrpc.getCrawlUrlMethod(), ServerCalls.asyncUnaryCall(CrawlCommandTest::crawlUrl))
                .addMethod(
                        CrawlerServiceGrpc.getCrawlFeedMethod(),
                        ServerCalls.asyncUnaryCall(CrawlCommandTest::crawlFeed))
                .addMethod(
                        CrawlerServiceGrpc.getDiscoverFeedsMethod(),
                        ServerCalls.asyncUnaryCall(CrawlCommandTest::discoverFeeds))
                .addMethod(
                        CrawlerServiceGrpc.getImportOpmlMethod(),
                        ServerCalls.asyncUnaryCall(CrawlCommandTest::importOpml))
                .build();
    }

    private static void crawlUrl(CrawlUrlRequest request, StreamObserver<CrawlUrlResponse> answer) {
        switch (request.getUrl()) {
            case "http://a.example/feed" -> refuse(answer, "PAGE_IS_FEED", "it is a feed");
            case "http://a.example/" -> refuse(answer, "PAGE_IS_HOME", "it is a home page");
            case "http://a.example/forbidden" -> refuse(answer, "PAGE_REFUSED", "robots.txt forbids it");
            default ->
                send(
                        answer,
                        CrawlUrlResponse.newBuilder()
                                .setArticleId("a1")
                                .setStoryId("s1")
                                .setCanonicalUrl(request.getUrl())
                                .build());
        }
    }

    private static void crawlFeed(CrawlFeedRequest request, StreamObserver<CrawlFeedResponse> answer) {
        send(
                answer,
                CrawlFeedResponse.newBuilder()
                        .setTitle("Harbour")
                        .setNewEntryCount(3)
                        .setStoredEntryCount(2)
                        .setOpenEntryCount(1)
                        .setEntryError("timed out")
                        .build());
    }

    private static void discoverFeeds(DiscoverFeedsRequest request, StreamObserver<DiscoverFeedsResponse> answer) {
        send(
                answer,
                DiscoverFeedsResponse.newBuilder()
                        .addFeeds(DiscoveredFeed.newBuilder()
                                .setUrl(request.getUrl() + "feed")
                                .setEvidence(FeedEvidence.FEED_EVIDENCE_DECLARED))
                        .build());
    }

    private static void importOpml(ImportOpmlRequest request, StreamObserver<ImportOpmlResponse> answer) {
        var response = ImportOpmlResponse.newBuilder();
        response.getResultBuilder()
                .setReport(ImportReport.newBuilder()
                        .setAddedCount(request.getOpml().size()))
                .addRows(OpmlRow.newBuilder().setLine(1).setUrl("http://a.example/feed"))
                .addRows(
                        OpmlRow.newBuilder().setLine(2).setReason("URL_INVALID").setMessage("no address"));
        send(answer, response.build());
    }

    private static <T> void send(StreamObserver<T> answer, T message) {
        answer.onNext(message);
        answer.onCompleted();
    }

    private static void refuse(StreamObserver<?> answer, String reason, String message) {
        answer.onError(StatusProto.toStatusRuntimeException(Status.newBuilder()
                .setCode(Code.FAILED_PRECONDITION.getNumber())
                .setMessage(message)
                .addDetails(Any.pack(ErrorInfo.newBuilder().setReason(reason).build()))
                .build()));
    }
}

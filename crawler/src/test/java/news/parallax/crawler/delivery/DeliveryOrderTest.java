package news.parallax.crawler.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.LongStream;
import news.parallax.clusterer.v1.ArticleStored;
import news.parallax.clusterer.v1.ClustererServiceGrpc;
import news.parallax.clusterer.v1.IngestArticlesRequest;
import news.parallax.clusterer.v1.IngestArticlesResponse;
import news.parallax.clusterer.v1.ProducerPosition;
import news.parallax.crawler.TestConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Positions of articles sent over two streams, as a clusterer receives them that answers when it is told to. */
@Timeout(60)
class DeliveryOrderTest {

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final List<StreamObserver<IngestArticlesResponse>> streams = new CopyOnWriteArrayList<>();
    private Server server;
    private ManagedChannel channel;
    private ClustererClient client;

    /** One article, and the stream on which it is to be answered. */
    private record Received(IngestArticlesRequest request, StreamObserver<IngestArticlesResponse> answers) {

        ProducerPosition position() {
            return request.getPosition();
        }

        void answer() {
            answers.onNext(IngestArticlesResponse.newBuilder()
                    .setSequence(request.getSequence())
                    .setArticleId(request.getArticle().getId())
                    .setStored(ArticleStored.newBuilder().setStoryId("story").setCreated(true))
                    .build());
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = ServerBuilder.forPort(0).addService(new Clusterer()).build().start();
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
        client = new ClustererClient(channel, TestConfig.with("delivery-streams", "2"));
    }

    @AfterEach
    void stop() {
        client.close();
        channel.shutdownNow();
        server.shutdownNow();
    }

    @Test
    void articlesAreNumberedInOrderOfDeliveryOverAllStreams() throws Exception {
        deliver(1, 20);

        List<Received> all = take(20);
        assertThat(streams).hasSize(2);
        assertThat(all)
                .extracting(each -> each.position().getProducerId())
                .containsOnly(all.getFirst().position().getProducerId());
        assertThat(all)
                .allSatisfy(each -> assertThat(each.request().getArticle().getTitle())
                        .isEqualTo("Report " + each.position().getNumber()));
        assertThat(numbers(all)).containsExactlyInAnyOrderElementsOf(oneTo(20));
        assertThat(all)
                .allSatisfy(
                        each -> assertThat(each.position().getLowWatermark()).isEqualTo(1));
    }

    @Test
    void theLowWatermarkIsTheFirstNumberNotAnswered() throws Exception {
        List<CompletableFuture<DeliveryOutcome>> outcomes = deliver(1, 3);
        List<Received> three = take(3);
        for (long answered : List.of(1, 3)) {
            three.stream()
                    .filter(each -> each.position().getNumber() == answered)
                    .forEach(Received::answer);
            outcomes.get((int) answered - 1).get();
        }
        deliver(4, 4);
        assertThat(take(1).getFirst().position().getLowWatermark()).isEqualTo(2);

        three.stream().filter(each -> each.position().getNumber() == 2).forEach(Received::answer);
        outcomes.get(1).get();
        deliver(5, 5);
        assertThat(take(1).getFirst().position().getLowWatermark()).isEqualTo(4);
    }

    @Test
    void whatIsSentAgainKeepsItsNumberAndTellsTheLowWatermarkOfThen() throws Exception {
        List<CompletableFuture<DeliveryOutcome>> outcomes = deliver(1, 20);
        List<Received> all = take(20);
        all.stream().filter(each -> each.position().getNumber() == 1).forEach(Received::answer);
        outcomes.getFirst().get();
        streams.forEach(stream -> stream.onError(Status.UNAVAILABLE.asRuntimeException()));

        List<Received> again = take(19);

        assertThat(numbers(again)).containsExactlyInAnyOrderElementsOf(oneTo(20).subList(1, 20));
        assertThat(again).allSatisfy(each -> {
            assertThat(each.request().getArticle().getTitle())
                    .isEqualTo("Report " + each.position().getNumber());
            assertThat(each.position().getLowWatermark()).isEqualTo(2);
        });
        again.stream()
                .map(Received::answers)
                .distinct()
                .forEach(stream -> assertThat(numbers(again.stream()
                                .filter(each -> each.answers() == stream)
                                .toList()))
                        .isSorted());
    }

    private List<CompletableFuture<DeliveryOutcome>> deliver(int first, int last) throws InterruptedException {
        List<CompletableFuture<DeliveryOutcome>> outcomes = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            outcomes.add(client.deliver(article(number)));
        }
        return outcomes;
    }

    private List<Received> take(int count) throws InterruptedException {
        List<Received> taken = new ArrayList<>();
        while (taken.size() < count) {
            taken.add(received.take());
        }
        return taken;
    }

    private static List<Long> numbers(List<Received> articles) {
        return articles.stream().map(each -> each.position().getNumber()).toList();
    }

    private static List<Long> oneTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static CrawledArticle article(int number) {
        return Reports.report("http://order.example/" + number, "Report " + number, "", Optional.empty());
    }

    private final class Clusterer extends ClustererServiceGrpc.ClustererServiceImplBase {

        @Override
        public StreamObserver<IngestArticlesRequest> ingestArticles(StreamObserver<IngestArticlesResponse> answers) {
            streams.add(answers);
            return new StreamObserver<>() {
                @Override
                public void onNext(IngestArticlesRequest request) {
                    received.add(new Received(request, answers));
                }

                @Override
                public void onError(Throwable reason) {
                    // the crawler is gone
                }

                @Override
                public void onCompleted() {
                    answers.onCompleted();
                }
            };
        }
    }
}

package news.parallax.catalog.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import news.parallax.catalog.CatalogProcess;
import news.parallax.catalog.Samples;
import news.parallax.catalog.v1.GetTotalsRequest;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.StoryServiceGrpc;
import org.junit.jupiter.api.Test;

/** The packaged catalog, asked for more at once than it takes. */
class OverloadIT {
    private static final int CALLS = 400;

    @Test
    void whatIsTooMuchIsRefusedAtOnceAndTheRestIsAnswered() throws Exception {
        try (var catalog = CatalogProcess.start(
                "overload",
                Map.of(
                        "PARALLAX_CATALOG_CALLS_AT_WORK", "2",
                        "PARALLAX_CATALOG_CALLS_WAITING_MAX", "20",
                        "PARALLAX_CATALOG_CALLS_PATIENCE", "30s"))) {
            ManagedChannel channel = catalog.connect();
            try {
                List<Status.Code> outcomes = atOnce(channel);

                assertThat(outcomes).hasSize(CALLS).containsOnly(Status.Code.OK, Status.Code.UNAVAILABLE);
                assertThat(outcomes).contains(Status.Code.OK, Status.Code.UNAVAILABLE);
                assertThat(StoryServiceGrpc.newBlockingStub(channel)
                                .getTotals(GetTotalsRequest.getDefaultInstance())
                                .getArticleCount())
                        .isEqualTo(
                                outcomes.stream().filter(Status.Code.OK::equals).count());
            } finally {
                channel.shutdownNow();
            }
        }
    }

    /** Every call records an article of its own. */
    private static List<Status.Code> atOnce(ManagedChannel channel) throws Exception {
        List<Callable<Status.Code>> calls = new ArrayList<>();
        for (int number = 0; number < CALLS; number++) {
            var request = RecordArticlesRequest.newBuilder()
                    .addArticles(Samples.record(Samples.storyId("overload"), "https://overload.example/" + number))
                    .build();
            calls.add(() -> {
                try {
                    var _ = StoryServiceGrpc.newBlockingStub(channel)
                            .withDeadlineAfter(60, TimeUnit.SECONDS)
                            .recordArticles(request);
                    return Status.Code.OK;
                } catch (StatusRuntimeException e) {
                    return e.getStatus().getCode();
                }
            });
        }
        List<Status.Code> outcomes = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Status.Code> call : callers.invokeAll(calls)) {
                outcomes.add(call.get());
            }
        }
        return outcomes;
    }
}

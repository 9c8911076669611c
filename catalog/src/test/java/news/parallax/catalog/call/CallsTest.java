package news.parallax.catalog.call;

import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.Samples.urls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.GetStoryRequest;
import news.parallax.catalog.v1.GetTotalsRequest;
import news.parallax.catalog.v1.RecordArticlesRequest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class CallsTest {
    @Test
    void everyOneOfManyConcurrentCallsIsAnswered() throws Exception {
        Callable<Long> call =
                () -> stories().getTotals(GetTotalsRequest.getDefaultInstance()).getSourceCount();
        List<Callable<Long>> calls =
                IntStream.range(0, 10_000).mapToObj(_ -> call).toList();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (Future<Long> answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isNotNegative();
            }
        }
    }

    @Test
    void aCallerWhoGoesAwayDoesNotDisturbOthersOnTheConnection() throws Exception {
        var slow = RecordArticlesRequest.newBuilder()
                .addAllArticles(urls("impatient.example", 400).stream()
                        .map(url -> record(storyId("impatient"), url))
                        .toList())
                .build();
        Callable<Void> patient = () -> {
            for (int call = 0; call < 300; call++) {
                var unknown = GetStoryRequest.newBuilder().setStoryId("none").build();
                assertThat(refusal(Code.NOT_FOUND, () -> stories().getStory(unknown))
                                .getReason())
                        .isEqualTo("STORY_NOT_FOUND");
            }
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Void>> patients = List.of(threads.submit(patient), threads.submit(patient));
            for (int call = 0; call < 20; call++) {
                var gone = catchThrowableOfType(
                        StatusRuntimeException.class,
                        () -> stories()
                                .withDeadlineAfter(15, TimeUnit.MILLISECONDS)
                                .recordArticles(slow));
                if (gone != null) {
                    assertThat(gone.getStatus().getCode()).isEqualTo(Code.DEADLINE_EXCEEDED);
                }
            }
            for (Future<Void> undisturbed : patients) {
                undisturbed.get();
            }
        }
    }
}

package news.parallax.catalog.limit;

import static news.parallax.catalog.CatalogService.limits;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.Samples.timestamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.CountRequestsRequest;
import news.parallax.catalog.v1.RequestCount;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class LimitServiceTest {
    private static final Instant MINUTE = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    @Inject
    DataSource database;

    @Inject
    RequestCounts swept;

    @Test
    void totalsComeInTheOrderOfTheRequest() {
        assertThat(count(counted("order b", 2), counted("order a", 5), counted("order b", 1)))
                .containsExactly(3L, 5L, 3L);
        assertThat(count(counted("order a", 1), counted("order c", 0), counted("order b", 0)))
                .containsExactly(6L, 0L, 3L);
    }

    @Test
    void windowsOfAnotherStartOrLengthAreOthers() {
        count(counted("windows", 4));

        assertThat(count(
                        counted("windows", 1).toBuilder()
                                .setWindowStart(timestamp(MINUTE.plusSeconds(60)))
                                .build(),
                        counted("windows", 1).toBuilder().setWindowSeconds(3600).build(),
                        counted("windows", 1)))
                .containsExactly(1L, 1L, 5L);
    }

    @Test
    void manyWhoCountTheSameAndOthersLoseNothingAndNeverDeadlock() throws Exception {
        int threads = 16;
        int calls = 40;
        int subjects = 30;
        Set<Long> totalsOfOne = new ConcurrentSkipListSet<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> counters = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(thread -> executor.submit(() -> {
                        var random = new Random(thread);
                        for (int call = 0; call < calls; call++) {
                            List<RequestCount> wanted = new ArrayList<>(IntStream.range(0, subjects)
                                    .mapToObj(number -> counted("storm %d".formatted(number), 1))
                                    .toList());
                            Collections.shuffle(wanted, random);
                            List<Long> totals = count(wanted.toArray(RequestCount[]::new));
                            totalsOfOne.add(totals.get(wanted.indexOf(counted("storm 0", 1))));
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> counter : counters) {
                counter.get();
            }
        }

        assertThat(count(IntStream.range(0, subjects)
                        .mapToObj(number -> counted("storm %d".formatted(number), 0))
                        .toArray(RequestCount[]::new)))
                .containsOnly((long) threads * calls);
        // each call was told another total
        assertThat(totalsOfOne).hasSize(threads * calls);
    }

    @Test
    void windowsThatAreOverAreSweptAndOthersStay() throws Exception {
        count(counted("swept", 7));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into request_count select 'over ' || n, now() - interval '3 hours', 60, now() - interval '2 hours', 1
                    from generate_series(1, 12000) n
                    """);
        }

        assertThat(swept.sweep()).isGreaterThanOrEqualTo(12_000);

        assertThat(count(counted("swept", 0))).containsExactly(7L);
        assertThat(rows("subject like 'over %'")).isZero();
    }

    @Test
    void whatCannotBeCountedIsRefusedAndNothingIsCounted() throws Exception {
        RequestCount right = counted("whole or not", 1);
        assertThat(reason(right, counted("", 1))).isEqualTo("SUBJECT_INVALID");
        assertThat(reason(right, counted("x".repeat(101), 1))).isEqualTo("SUBJECT_INVALID");
        assertThat(reason(right, counted("a", -1))).isEqualTo("COUNT_INVALID");
        assertThat(reason(right, right.toBuilder().setWindowSeconds(0).build())).isEqualTo("WINDOW_INVALID");
        assertThat(reason(right, right.toBuilder().clearWindowStart().build())).isEqualTo("WINDOW_INVALID");
        assertThat(reason(
                        right,
                        right.toBuilder()
                                .setWindowStart(timestamp(MINUTE.minus(2, ChronoUnit.HOURS)))
                                .build()))
                .isEqualTo("WINDOW_INVALID");
        assertThat(reason(Collections.nCopies(501, right).toArray(RequestCount[]::new)))
                .isEqualTo("COUNTS_TOO_MANY");

        assertThat(rows("subject = 'whole or not'")).isZero();
    }

    @Test
    void nothingToCountIsNothing() {
        assertThat(count()).isEmpty();
    }

    private static RequestCount counted(String subject, int count) {
        return RequestCount.newBuilder()
                .setSubject(subject)
                .setWindowStart(timestamp(MINUTE))
                .setWindowSeconds(60)
                .setCount(count)
                .build();
    }

    private static List<Long> count(RequestCount... counts) {
        return limits().countRequests(CountRequestsRequest.newBuilder()
                        .addAllCounts(List.of(counts))
                        .build())
                .getTotalsList();
    }

    private static String reason(RequestCount... counts) {
        return refusal(Code.INVALID_ARGUMENT, () -> count(counts)).getReason();
    }

    private long rows(String condition) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from request_count where " + condition)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

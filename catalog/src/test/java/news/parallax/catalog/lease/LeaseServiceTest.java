package news.parallax.catalog.lease;

import static news.parallax.catalog.CatalogService.leases;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.util.Durations;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.Samples;
import news.parallax.catalog.v1.AcquireLeaseRequest;
import news.parallax.catalog.v1.GetLeaseRequest;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.ReleaseLeaseRequest;
import news.parallax.catalog.v1.StoryServiceGrpc.StoryServiceBlockingStub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class LeaseServiceTest {
    private static final Duration LONG = Durations.fromMinutes(5);
    private static final Duration SHORT = Durations.fromMillis(100);

    @Inject
    DataSource database;

    @Test
    void theFirstOneHasItAndOthersAreToldWhereItIs() {
        var mine = acquire("first", "one", LONG);

        assertThat(mine.getHolder()).isEqualTo("one");
        assertThat(mine.getToken()).isEqualTo(1);
        var told = acquire("first", "two", LONG);
        assertThat(told.getHolder()).isEqualTo("one");
        assertThat(told.getAddress()).isEqualTo("host-of-one:1");
        assertThat(told.getToken()).isEqualTo(1);
        assertThat(Durations.toMillis(told.getRemaining())).isBetween(1L, 300_000L);
        assertThat(get("first").toBuilder().clearRemaining().build())
                .isEqualTo(told.toBuilder().clearRemaining().build());
    }

    @Test
    void renewingKeepsTheTokenAndTakingOverDoesNot() {
        assertThat(acquire("passed on", "one", SHORT).getToken()).isEqualTo(1);
        assertThat(acquire("passed on", "one", SHORT).getToken()).isEqualTo(1);

        awaitTrue(() -> acquire("passed on", "two", LONG).getHolder().equals("two"));

        assertThat(get("passed on").getToken()).isEqualTo(2);
        assertThat(acquire("passed on", "one", LONG).getHolder()).isEqualTo("two");
    }

    @Test
    void oneThatRanOutIsRenewedIfNobodyTookIt() {
        acquire("unwanted", "one", SHORT);
        awaitTrue(() -> Durations.toMillis(get("unwanted").getRemaining()) == 0);

        var renewed = acquire("unwanted", "one", LONG);

        assertThat(renewed.getHolder()).isEqualTo("one");
        assertThat(renewed.getToken()).isEqualTo(1);
    }

    @Test
    void oneThatIsGivenUpIsFreeAtOnceAndOnlyItsHolderGivesItUp() {
        acquire("given up", "one", LONG);

        release("given up", "two");
        assertThat(acquire("given up", "two", LONG).getHolder()).isEqualTo("one");
        release("given up", "one");
        assertThat(get("given up").getHolder()).isEmpty();
        assertThat(acquire("given up", "two", LONG).getToken()).isEqualTo(2);
    }

    @Test
    void whoLostItWritesNothingMore() {
        acquire("writer", "one", LONG);
        record("writer/1", "https://lease.example/held");
        release("writer", "one");
        acquire("writer", "two", LONG);

        var refusal = refusal(Code.FAILED_PRECONDITION, () -> record("writer/1", "https://lease.example/deposed"));

        assertThat(refusal.getReason()).isEqualTo("LEASE_LOST");
        assertThat(refusal.getMetadataMap()).containsEntry("name", "writer").containsEntry("token", "1");
        assertThat(isStored("https://lease.example/held")).isTrue();
        assertThat(isStored("https://lease.example/deposed")).isFalse();
        record("writer/2", "https://lease.example/deposed");
        assertThat(isStored("https://lease.example/deposed")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "nobody's/1",
                "unread",
                "unread/",
                "unread/-1",
                "unread/99999999999999999999",
                "unread/1/2"
            })
    void whatIsNoTokenOfALeaseIsNoRightToWrite(String claim) {
        acquire("unread", "one", LONG);

        var refusal = refusal(Code.FAILED_PRECONDITION, () -> record(claim, "https://lease.example/unread"));

        assertThat(refusal.getReason()).isEqualTo("LEASE_LOST");
        assertThat(isStored("https://lease.example/unread")).isFalse();
    }

    @Test
    void itIsNotTakenOverWhileItsHolderCommitsButCanBeRenewed() throws SQLException {
        acquire("busy", "one", SHORT);
        try (Connection writer = database.getConnection()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("select 1 from lease where name = 'busy' for key share");
            awaitTrue(() -> Durations.toMillis(get("busy").getRemaining()) == 0);

            assertThat(acquire("busy", "two", LONG).getHolder()).isEqualTo("one");
            assertThat(acquire("busy", "one", SHORT).getHolder()).isEqualTo("one");
            writer.commit();
        }
        awaitTrue(() -> acquire("busy", "two", LONG).getHolder().equals("two"));
    }

    @Test
    void nonsenseIsRefused() {
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> acquire("", "one", LONG))
                        .getReason())
                .isEqualTo("LEASE_INVALID");
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> acquire("x", "\0", LONG))
                        .getReason())
                .isEqualTo("LEASE_INVALID");
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> acquire("x", "one", Durations.fromMillis(99)))
                        .getReason())
                .isEqualTo("LEASE_DURATION_INVALID");
        assertThat(refusal(
                                Code.INVALID_ARGUMENT,
                                () -> acquire(
                                        "x",
                                        "one",
                                        Duration.newBuilder()
                                                .setSeconds(Long.MAX_VALUE)
                                                .build()))
                        .getReason())
                .isEqualTo("LEASE_DURATION_INVALID");
        assertThat(refusal(Code.NOT_FOUND, () -> get("x")).getReason()).isEqualTo("LEASE_NOT_FOUND");
    }

    private static news.parallax.catalog.v1.Lease acquire(String name, String holder, Duration duration) {
        return leases().acquireLease(AcquireLeaseRequest.newBuilder()
                        .setName(name)
                        .setHolder(holder)
                        .setAddress("host-of-%s:1".formatted(holder))
                        .setDuration(duration)
                        .build())
                .getLease();
    }

    private static void release(String name, String holder) {
        leases().releaseLease(ReleaseLeaseRequest.newBuilder()
                .setName(name)
                .setHolder(holder)
                .build());
    }

    private static news.parallax.catalog.v1.Lease get(String name) {
        return leases().getLease(GetLeaseRequest.newBuilder().setName(name).build())
                .getLease();
    }

    private static void record(String claim, String url) {
        var headers = new Metadata();
        headers.put(Metadata.Key.of("parallax-lease", Metadata.ASCII_STRING_MARSHALLER), claim);
        StoryServiceBlockingStub calls = stories().withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
        calls.recordArticles(RecordArticlesRequest.newBuilder()
                .addArticles(Samples.record(Samples.storyId("leases"), url))
                .build());
    }

    private boolean isStored(String url) {
        try (Connection connection = database.getConnection();
                var query = connection.prepareStatement("select 1 from article where id = ?")) {
            query.setString(1, Samples.articleId(url));
            return query.executeQuery().next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitTrue(BooleanSupplier condition) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("not so after 20 s").isLessThan(until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}

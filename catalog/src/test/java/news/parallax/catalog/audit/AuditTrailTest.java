package news.parallax.catalog.audit;

import static news.parallax.catalog.CatalogService.audit;
import static news.parallax.catalog.CatalogService.readers;
import static news.parallax.catalog.CatalogService.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.AuditEntry;
import news.parallax.catalog.v1.AuditOutcome;
import news.parallax.catalog.v1.AuditServiceGrpc;
import news.parallax.catalog.v1.DeleteReaderRequest;
import news.parallax.catalog.v1.ListAuditEntriesRequest;
import news.parallax.catalog.v1.Plan;
import news.parallax.catalog.v1.Reader;
import news.parallax.catalog.v1.RecordAuditEntryRequest;
import news.parallax.catalog.v1.Role;
import news.parallax.catalog.v1.SetPlanRequest;
import news.parallax.catalog.v1.UpdateReaderRequest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class AuditTrailTest {
    @Inject
    DataSource database;

    @Inject
    AuditTrail trail;

    @Test
    void whatWasDoneIsToldWithTheNameOfWhoDidItAlsoAfterTheyAreGone() {
        operator("leaving-operator");
        AuditEntry kept = record(entry("STORIES_MERGED", "s-1")
                .setActorId("leaving-operator")
                .setActorName("Cleo")
                .setDetail("two ferries\nwere one")
                .setClientAddress("2001:db8::7")
                .setOutcome(AuditOutcome.AUDIT_OUTCOME_DONE));
        assertThat(kept.getActorId()).isEqualTo("leaving-operator");
        assertThat(list(ofAction("STORIES_MERGED"))).containsExactly(kept);

        readers()
                .deleteReader(DeleteReaderRequest.newBuilder()
                        .setReaderId("leaving-operator")
                        .build());

        assertThat(list(ofAction("STORIES_MERGED")))
                .containsExactly(kept.toBuilder().clearActorId().build());
        assertThat(list(ListAuditEntriesRequest.newBuilder().setActorId("leaving-operator")))
                .isEmpty();
    }

    @Test
    void whoIsNoReaderIsToldByNameOnly() {
        AuditEntry kept =
                record(entry("LOG_IN_REFUSED", "").setActorId("nobody").setActorName("guest"));

        assertThat(kept.getActorId()).isEmpty();
        assertThat(kept.getActorName()).isEqualTo("guest");
    }

    @Test
    void entriesAreListedLatestFirstByActorActionAndTarget() {
        operator("first-operator");
        operator("second-operator");
        for (int number = 0; number < 5; number++) {
            record(entry("LISTED", number % 2 == 0 ? "even" : "odd")
                    .setActorId(number < 3 ? "first-operator" : "second-operator")
                    .setDetail(String.valueOf(number)));
        }

        assertThat(details(ofAction("LISTED"))).containsExactly("4", "3", "2", "1", "0");
        assertThat(details(ofAction("LISTED").setTarget("even"))).containsExactly("4", "2", "0");
        assertThat(details(ofAction("LISTED").setActorId("first-operator"))).containsExactly("2", "1", "0");
        assertThat(details(ofAction("LISTED").setActorId("second-operator").setTarget("odd")))
                .containsExactly("3");
    }

    @Test
    void aPlanThatIsSetIsInTheTrailOnceIfItWasAnother() {
        operator("plan-operator");
        readers()
                .updateReader(UpdateReaderRequest.newBuilder()
                        .setReader(Reader.newBuilder().setId("promoted"))
                        .build());
        var request = SetPlanRequest.newBuilder()
                .setReaderId("promoted")
                .setPlan(Plan.PLAN_VANTAGE)
                .setActorId("plan-operator");

        assertThat(readers().setPlan(request.build()).getReader().getPlan()).isEqualTo(Plan.PLAN_VANTAGE);
        readers().setPlan(request.build());

        assertThat(list(ofAction("PLAN_SET").setTarget("promoted")))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.getActorId()).isEqualTo("plan-operator");
                    assertThat(entry.getActorName()).isEqualTo("Operator plan-operator");
                    assertThat(entry.getDetail()).isEqualTo("FREE to VANTAGE");
                    assertThat(entry.getOutcome()).isEqualTo(AuditOutcome.AUDIT_OUTCOME_DONE);
                });
        assertThat(refusal(
                                Code.NOT_FOUND,
                                () -> readers()
                                        .setPlan(request.setActorId("nobody").build()))
                        .getReason())
                .isEqualTo("READER_NOT_FOUND");
        assertThat(refusal(
                                Code.INVALID_ARGUMENT,
                                () -> readers()
                                        .setPlan(request.setActorId("plan-operator")
                                                .setPlan(Plan.PLAN_UNSPECIFIED)
                                                .build()))
                        .getReason())
                .isEqualTo("PLAN_INVALID");
    }

    @Test
    void nothingChangesAnEntryAndOnlyAgeTakesItAway() throws Exception {
        assertThat(AuditServiceGrpc.getServiceDescriptor().getMethods())
                .extracting(method -> method.getBareMethodName())
                .containsExactlyInAnyOrder("RecordAuditEntry", "ListAuditEntries");
        record(entry("AGED", "old"));
        record(entry("AGED", "young"));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "update audit_entry set create_time = now() - interval '401 days' where action = 'AGED' and target = 'old'");
        }

        assertThat(trail.sweep()).isEqualTo(1);

        assertThat(list(ofAction("AGED"))).extracting(AuditEntry::getTarget).containsExactly("young");
    }

    @Test
    void whatIsNoEntryIsRefused() {
        assertThat(reason(entry("merged", ""))).isEqualTo("ACTION_INVALID");
        assertThat(reason(entry("", ""))).isEqualTo("ACTION_INVALID");
        assertThat(reason(entry("DONE", "x".repeat(201)))).isEqualTo("TARGET_INVALID");
        assertThat(reason(entry("DONE", "").setDetail("x".repeat(2001)))).isEqualTo("DETAIL_INVALID");
        assertThat(reason(entry("DONE", "").setActorName("a\nb"))).isEqualTo("ACTOR_NAME_INVALID");
        assertThat(reason(entry("DONE", "").setClientAddress("x".repeat(101)))).isEqualTo("CLIENT_ADDRESS_INVALID");
    }

    private static void operator(String id) {
        readers()
                .updateReader(UpdateReaderRequest.newBuilder()
                        .setReader(Reader.newBuilder()
                                .setId(id)
                                .setName("Operator " + id)
                                .setRole(Role.ROLE_OPERATOR))
                        .build());
    }

    private static AuditEntry.Builder entry(String action, String target) {
        return AuditEntry.newBuilder().setAction(action).setTarget(target);
    }

    private static AuditEntry record(AuditEntry.Builder entry) {
        return audit().recordAuditEntry(
                        RecordAuditEntryRequest.newBuilder().setEntry(entry).build())
                .getEntry();
    }

    private static String reason(AuditEntry.Builder entry) {
        return refusal(Code.INVALID_ARGUMENT, () -> record(entry)).getReason();
    }

    private static ListAuditEntriesRequest.Builder ofAction(String action) {
        return ListAuditEntriesRequest.newBuilder().setAction(action);
    }

    private static List<String> details(ListAuditEntriesRequest.Builder request) {
        return list(request).stream().map(AuditEntry::getDetail).toList();
    }

    private static List<AuditEntry> list(ListAuditEntriesRequest.Builder request) {
        List<AuditEntry> entries = new ArrayList<>();
        request.setPageSize(2);
        do {
            var page = audit().listAuditEntries(request.build());
            entries.addAll(page.getEntriesList());
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return entries;
    }
}

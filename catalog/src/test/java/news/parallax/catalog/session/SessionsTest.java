package news.parallax.catalog.session;

import static news.parallax.catalog.CatalogService.readers;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.sessions;
import static news.parallax.catalog.Samples.sha256;
import static news.parallax.catalog.Samples.timestamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.ChangePasswordRequest;
import news.parallax.catalog.v1.CreateReaderRequest;
import news.parallax.catalog.v1.CreateSessionRequest;
import news.parallax.catalog.v1.CreateSessionResponse;
import news.parallax.catalog.v1.DeleteSessionRequest;
import news.parallax.catalog.v1.DeleteSessionsRequest;
import news.parallax.catalog.v1.ListSessionsRequest;
import news.parallax.catalog.v1.LookupSessionRequest;
import news.parallax.catalog.v1.LookupSessionResponse;
import news.parallax.catalog.v1.Session;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class SessionsTest {
    private static final String PASSWORD = "correct horse battery";

    @Inject
    DataSource database;

    @Inject
    Sessions swept;

    @Test
    void aSessionIsToldOnceAndFoundByItsHash() throws Exception {
        String reader = reader("enters@example.org");

        CreateSessionResponse made = create(reader, "Firefox on Debian");

        assertThat(made.getSecret()).matches("pls_[A-Za-z0-9_-]{43}");
        LookupSessionResponse found = lookup(made);
        assertThat(found.getReader().getId()).isEqualTo(reader);
        assertThat(found.getReader().getEmail()).isEqualTo("session-enters@example.org");
        assertThat(found.getSession()).isEqualTo(made.getSession());
        assertThat(found.getSession().getClient()).isEqualTo("Firefox on Debian");
        assertThat(text(
                        "select session::text from session where id = '%s'",
                        made.getSession().getId()))
                .doesNotContain(made.getSecret())
                .contains(sha256(made.getSecret()));
    }

    @Test
    void whatOpensNothingIsRefusedByAReason() throws Exception {
        String reader = reader("refused@example.org");
        CreateSessionResponse over = create(reader, "");
        expire(over);

        assertThat(refusal(Code.NOT_FOUND, () -> lookup(over)).getReason()).isEqualTo("SESSION_EXPIRED");
        assertThat(refusal(Code.NOT_FOUND, () -> lookup(sha256("nobody's"))).getReason())
                .isEqualTo("SESSION_UNKNOWN");
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> lookup("pls_plain")).getReason())
                .isEqualTo("TOKEN_HASH_INVALID");
        var request = CreateSessionRequest.newBuilder().setReaderId(reader);
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> sessions().createSession(request.build()))
                        .getReason())
                .isEqualTo("EXPIRE_TIME_INVALID");
        request.setExpireTime(timestamp(Instant.EPOCH));
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> sessions().createSession(request.build()))
                        .getReason())
                .isEqualTo("EXPIRE_TIME_INVALID");
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> create(reader, "x".repeat(201)))
                        .getReason())
                .isEqualTo("CLIENT_INVALID");
        assertThat(refusal(Code.NOT_FOUND, () -> create("nobody", "")).getReason())
                .isEqualTo("READER_NOT_FOUND");
    }

    @Test
    void aNewPasswordEndsEverySessionMadeBefore() {
        String reader = reader("changes@example.org");
        CreateSessionResponse before = create(reader, "before");

        readers()
                .changePassword(ChangePasswordRequest.newBuilder()
                        .setReaderId(reader)
                        .setCurrentPassword(PASSWORD)
                        .setNewPassword("another horse battery")
                        .build());
        CreateSessionResponse after = create(reader, "after");

        assertThat(refusal(Code.NOT_FOUND, () -> lookup(before)).getReason()).isEqualTo("SESSION_UNKNOWN");
        assertThat(lookup(after).getSession().getClient()).isEqualTo("after");
        assertThat(clients(reader)).containsExactly("after");
    }

    @Test
    void aSessionOfAnotherReaderCannotBeEnded() {
        String reader = reader("owner@example.org");
        String other = reader("other@example.org");
        CreateSessionResponse first = create(reader, "first");
        CreateSessionResponse second = create(reader, "second");
        CreateSessionResponse others = create(other, "others");

        assertThat(refusal(Code.NOT_FOUND, () -> delete(other, first)).getReason())
                .isEqualTo("SESSION_UNKNOWN");
        delete(reader, first);
        assertThat(refusal(Code.NOT_FOUND, () -> lookup(first)).getReason()).isEqualTo("SESSION_UNKNOWN");
        create(reader, "third");
        assertThat(sessions()
                        .deleteSessions(DeleteSessionsRequest.newBuilder()
                                .setReaderId(reader)
                                .setExceptSessionId(second.getSession().getId())
                                .build())
                        .getDeletedCount())
                .isEqualTo(1);

        assertThat(clients(reader)).containsExactly("second");
        assertThat(lookup(others).getReader().getId()).isEqualTo(other);
    }

    @Test
    void ofTooManyThoseThatWereUsedLongestAgoEnd() throws Exception {
        String reader = reader("everywhere@example.org");
        CreateSessionResponse used = create(reader, "used");
        for (int number = 0; number < 3; number++) {
            create(reader, "idle %d".formatted(number));
        }
        execute("update session set last_use_time = now() - interval '1 hour' where reader_id = '%s'", reader);
        lookup(used);

        create(reader, "newest");
        create(reader, "newer still");

        assertThat(clients(reader)).hasSize(4).contains("used", "newest", "newer still");
    }

    @Test
    void pagesMeetEachSessionOnceTheLatestFirst() {
        String reader = reader("pages@example.org");
        List<String> made = IntStream.range(0, 4)
                .mapToObj(number -> create(reader, "").getSession().getId())
                .toList();
        List<String> met = new ArrayList<>();
        var request = ListSessionsRequest.newBuilder().setReaderId(reader).setPageSize(3);
        do {
            var page = sessions().listSessions(request.build());
            page.getSessionsList().forEach(session -> met.add(session.getId()));
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());

        assertThat(met).containsExactlyElementsOf(made.reversed());
    }

    @Test
    void theSweepTakesWhatIsOverAndNothingElse() throws Exception {
        String reader = reader("swept@example.org");
        create(reader, "stays");
        expire(create(reader, "over"));

        assertThat(swept.sweep()).isPositive();

        assertThat(rows(reader)).containsExactly("stays");
    }

    @Test
    void aSessionLastsNoLongerThanASettingSays() {
        String reader = reader("forever@example.org");
        Session session = sessions()
                .createSession(CreateSessionRequest.newBuilder()
                        .setReaderId(reader)
                        .setExpireTime(timestamp(Instant.now().plus(Duration.ofDays(4000))))
                        .build())
                .getSession();

        assertThat(Duration.ofSeconds(session.getExpireTime().getSeconds()
                        - session.getCreateTime().getSeconds()))
                .isEqualTo(Duration.ofDays(366));
    }

    private static String reader(String email) {
        return readers()
                .createReader(CreateReaderRequest.newBuilder()
                        .setEmail("session-" + email)
                        .setPassword(PASSWORD)
                        .build())
                .getReader()
                .getId();
    }

    private static CreateSessionResponse create(String reader, String client) {
        return sessions()
                .createSession(CreateSessionRequest.newBuilder()
                        .setReaderId(reader)
                        .setClient(client)
                        .setExpireTime(timestamp(Instant.now().plus(Duration.ofDays(1))))
                        .build());
    }

    private static LookupSessionResponse lookup(CreateSessionResponse made) {
        return lookup(sha256(made.getSecret()));
    }

    private static LookupSessionResponse lookup(String hash) {
        return sessions()
                .lookupSession(
                        LookupSessionRequest.newBuilder().setTokenHash(hash).build());
    }

    private static void delete(String reader, CreateSessionResponse made) {
        sessions()
                .deleteSession(DeleteSessionRequest.newBuilder()
                        .setReaderId(reader)
                        .setSessionId(made.getSession().getId())
                        .build());
    }

    private static Set<String> clients(String reader) {
        return sessions()
                .listSessions(
                        ListSessionsRequest.newBuilder().setReaderId(reader).build())
                .getSessionsList()
                .stream()
                .map(Session::getClient)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void expire(CreateSessionResponse made) throws SQLException {
        execute(
                "update session set expire_time = now() where id = '%s'",
                made.getSession().getId());
    }

    private List<String> rows(String reader) throws SQLException {
        List<String> clients = new ArrayList<>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select client from session where reader_id = '%s'".formatted(reader))) {
            while (rows.next()) {
                clients.add(rows.getString(1));
            }
        }
        return clients;
    }

    private String text(String query, String value) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query.formatted(value))) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String statement, String value) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.createStatement()) {
            prepared.execute(statement.formatted(value));
        }
    }
}

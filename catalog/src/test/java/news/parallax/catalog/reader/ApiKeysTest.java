package news.parallax.catalog.reader;

import static news.parallax.catalog.CatalogService.readers;
import static news.parallax.catalog.CatalogService.refusal;
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
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.ApiKey;
import news.parallax.catalog.v1.ApiKeyScope;
import news.parallax.catalog.v1.CreateApiKeyRequest;
import news.parallax.catalog.v1.CreateApiKeyResponse;
import news.parallax.catalog.v1.ListApiKeysRequest;
import news.parallax.catalog.v1.LookupReaderRequest;
import news.parallax.catalog.v1.LookupReaderResponse;
import news.parallax.catalog.v1.Plan;
import news.parallax.catalog.v1.Reader;
import news.parallax.catalog.v1.RevokeApiKeyRequest;
import news.parallax.catalog.v1.UpdateReaderRequest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ApiKeysTest {
    @Inject
    DataSource database;

    @Test
    void aReaderIsFoundByEachOfTheirKeys() {
        update("ada", Plan.PLAN_PREMIUM, sha256("first key"));
        update("ada", Plan.PLAN_VANTAGE, sha256("second key"));

        assertThat(lookup(sha256("first key")).getReader().getPlan()).isEqualTo(Plan.PLAN_VANTAGE);
        assertThat(lookup(sha256("second key")).getReader())
                .isEqualTo(lookup(sha256("first key")).getReader());
        assertThat(lookup(sha256("first key")).getApiKey().getScope()).isEqualTo(ApiKeyScope.API_KEY_SCOPE_PERSONAL);
    }

    @Test
    void aKeyOfSomebodyElseIsRefusedAndNothingIsStored() {
        update("owner", Plan.PLAN_FREE, sha256("taken"));

        assertThat(refusal(Code.ALREADY_EXISTS, () -> update("thief", Plan.PLAN_PRO, sha256("taken")))
                        .getReason())
                .isEqualTo("API_KEY_TAKEN");
        assertThat(lookup(sha256("taken")).getReader().getId()).isEqualTo("owner");
        refusal(Code.NOT_FOUND, () -> keys("thief"));
    }

    @Test
    void anUnknownKeyIsNotFound() {
        var refusal = refusal(Code.NOT_FOUND, () -> lookup(sha256("unknown")));

        assertThat(refusal.getReason()).isEqualTo("API_KEY_UNKNOWN");
        assertThat(refusal.getMetadataMap()).containsEntry("api_key_hash", sha256("unknown"));
    }

    @Test
    void aPlanThatIsNotKnownIsFree() {
        update("planless", Plan.PLAN_UNSPECIFIED, sha256("planless"));

        assertThat(lookup(sha256("planless")).getReader().getPlan()).isEqualTo(Plan.PLAN_FREE);
    }

    @Test
    void aKeyInsteadOfItsHashIsRefused() {
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> update("plain", Plan.PLAN_FREE, "secret"))
                        .getReason())
                .isEqualTo("API_KEY_HASH_INVALID");
    }

    @Test
    void aKeyIsToldOnceAndOnlyItsHashIsKept() throws Exception {
        SomeReader reader = SomeReader.add("keyed");
        CreateApiKeyResponse made = create(reader, "my phone", ApiKeyScope.API_KEY_SCOPE_READ);

        assertThat(made.getSecret()).matches("plx_[A-Za-z0-9_-]{43}");
        LookupReaderResponse found = lookup(sha256(made.getSecret()));
        assertThat(found.getReader().getId()).isEqualTo("keyed");
        assertThat(found.getApiKey().getScope()).isEqualTo(ApiKeyScope.API_KEY_SCOPE_READ);
        assertThat(keys("keyed")).singleElement().satisfies(key -> {
            assertThat(key.getName()).isEqualTo("my phone");
            assertThat(key.getId()).isEqualTo(made.getApiKey().getId());
            assertThat(key.hasLastUseTime()).isTrue();
        });
        assertThat(rowOf(made.getApiKey().getId()))
                .doesNotContain(made.getSecret())
                .contains(sha256(made.getSecret()));
    }

    @Test
    void aRevokedKeyOpensNothingAndOthersStay() {
        SomeReader reader = SomeReader.add("revoker");
        CreateApiKeyResponse stays = create(reader, "stays", ApiKeyScope.API_KEY_SCOPE_PERSONAL);
        CreateApiKeyResponse goes = create(reader, "goes", ApiKeyScope.API_KEY_SCOPE_PERSONAL);
        refusal(
                Code.NOT_FOUND,
                () -> revoke(
                        SomeReader.add("not-the-revoker").id(), goes.getApiKey().getId()));

        revoke("revoker", goes.getApiKey().getId());

        assertThat(refusal(Code.NOT_FOUND, () -> lookup(sha256(goes.getSecret())))
                        .getReason())
                .isEqualTo("API_KEY_UNKNOWN");
        assertThat(lookup(sha256(stays.getSecret())).getReader().getId()).isEqualTo("revoker");
        assertThat(refusal(
                                Code.NOT_FOUND,
                                () -> revoke("revoker", goes.getApiKey().getId()))
                        .getReason())
                .isEqualTo("API_KEY_UNKNOWN");
    }

    @Test
    void aKeyOpensNothingAfterItsTime() throws Exception {
        SomeReader reader = SomeReader.add("expirer");
        var request = CreateApiKeyRequest.newBuilder().setReaderId(reader.id()).setName("soon over");
        assertThat(refusal(
                                Code.INVALID_ARGUMENT,
                                () -> readers()
                                        .createApiKey(request.setExpireTime(timestamp(Instant.EPOCH))
                                                .build()))
                        .getReason())
                .isEqualTo("EXPIRE_TIME_INVALID");
        CreateApiKeyResponse made = readers()
                .createApiKey(request.setExpireTime(timestamp(Instant.now().plus(Duration.ofDays(1))))
                        .build());
        assertThat(lookup(sha256(made.getSecret())).getReader().getId()).isEqualTo("expirer");

        expire(made.getApiKey().getId());

        assertThat(refusal(Code.NOT_FOUND, () -> lookup(sha256(made.getSecret())))
                        .getReason())
                .isEqualTo("API_KEY_EXPIRED");
    }

    @Test
    void thereAreNoMoreKeysThanMayBeHoweverManyAreMadeAtOnce() throws Exception {
        SomeReader reader = SomeReader.add("collector");
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8)
                    .forEach(number ->
                            executor.submit(() -> create(reader, "key " + number, ApiKeyScope.API_KEY_SCOPE_READ)));
        }

        assertThat(keys("collector")).hasSize(3);
        assertThat(refusal(Code.RESOURCE_EXHAUSTED, () -> create(reader, "one more", ApiKeyScope.API_KEY_SCOPE_READ))
                        .getReason())
                .isEqualTo("TOO_MANY_API_KEYS");
    }

    private static void update(String id, Plan plan, String keyHash) {
        readers()
                .updateReader(UpdateReaderRequest.newBuilder()
                        .setReader(Reader.newBuilder().setId(id).setPlan(plan))
                        .setApiKeyHash(keyHash)
                        .build());
    }

    private static LookupReaderResponse lookup(String keyHash) {
        return readers()
                .lookupReader(
                        LookupReaderRequest.newBuilder().setApiKeyHash(keyHash).build());
    }

    private static CreateApiKeyResponse create(SomeReader reader, String name, ApiKeyScope scope) {
        return readers()
                .createApiKey(CreateApiKeyRequest.newBuilder()
                        .setReaderId(reader.id())
                        .setName(name)
                        .setScope(scope)
                        .build());
    }

    private static List<ApiKey> keys(String readerId) {
        return readers()
                .listApiKeys(
                        ListApiKeysRequest.newBuilder().setReaderId(readerId).build())
                .getApiKeysList();
    }

    private static void revoke(String readerId, String keyId) {
        readers()
                .revokeApiKey(RevokeApiKeyRequest.newBuilder()
                        .setReaderId(readerId)
                        .setApiKeyId(keyId)
                        .build());
    }

    private String rowOf(String keyId) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select api_key::text from api_key where id = '%s'".formatted(keyId))) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void expire(String keyId) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update api_key set expire_time = now() where id = '%s'".formatted(keyId));
        }
    }
}

package news.parallax.catalog.reader;

import static news.parallax.catalog.CatalogService.readers;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.Samples.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.LookupReaderRequest;
import news.parallax.catalog.v1.Plan;
import news.parallax.catalog.v1.Reader;
import news.parallax.catalog.v1.UpdateReaderRequest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ReaderServiceTest {
    @Test
    void aReaderIsFoundByEachOfTheirKeys() {
        update(reader("ada", Plan.PLAN_PREMIUM), sha256("first key"));
        update(reader("ada", Plan.PLAN_VANTAGE), sha256("second key"));

        assertThat(lookup(sha256("first key"))).isEqualTo(reader("ada", Plan.PLAN_VANTAGE));
        assertThat(lookup(sha256("second key"))).isEqualTo(reader("ada", Plan.PLAN_VANTAGE));
    }

    @Test
    void aKeyOfSomebodyElseIsRefusedAndNothingIsStored() {
        update(reader("owner", Plan.PLAN_FREE), sha256("taken"));

        assertThat(refusal(Code.ALREADY_EXISTS, () -> update(reader("thief", Plan.PLAN_PRO), sha256("taken")))
                        .getReason())
                .isEqualTo("API_KEY_TAKEN");
        assertThat(lookup(sha256("taken")).getId()).isEqualTo("owner");
    }

    @Test
    void anUnknownKeyIsNotFound() {
        var refusal = refusal(Code.NOT_FOUND, () -> lookup(sha256("unknown")));

        assertThat(refusal.getReason()).isEqualTo("API_KEY_UNKNOWN");
        assertThat(refusal.getMetadataMap()).containsEntry("api_key_hash", sha256("unknown"));
    }

    @Test
    void aPlanThatIsNotKnownIsFree() {
        update(reader("planless", Plan.PLAN_UNSPECIFIED), sha256("planless"));

        assertThat(lookup(sha256("planless")).getPlan()).isEqualTo(Plan.PLAN_FREE);
    }

    @Test
    void aKeyInsteadOfItsHashIsRefused() {
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> update(reader("plain", Plan.PLAN_FREE), "secret"))
                        .getReason())
                .isEqualTo("API_KEY_HASH_INVALID");
    }

    private static Reader reader(String id, Plan plan) {
        return Reader.newBuilder()
                .setId(id)
                .setName("Reader " + id)
                .setPlan(plan)
                .build();
    }

    private static void update(Reader reader, String keyHash) {
        readers()
                .updateReader(UpdateReaderRequest.newBuilder()
                        .setReader(reader)
                        .setApiKeyHash(keyHash)
                        .build());
    }

    private static Reader lookup(String keyHash) {
        return readers()
                .lookupReader(
                        LookupReaderRequest.newBuilder().setApiKeyHash(keyHash).build())
                .getReader();
    }
}

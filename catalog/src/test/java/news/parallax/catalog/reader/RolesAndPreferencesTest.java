package news.parallax.catalog.reader;

import static news.parallax.catalog.CatalogService.readers;
import static news.parallax.catalog.CatalogService.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.CreateReaderRequest;
import news.parallax.catalog.v1.GetReaderRequest;
import news.parallax.catalog.v1.ListReadersRequest;
import news.parallax.catalog.v1.Plan;
import news.parallax.catalog.v1.Reader;
import news.parallax.catalog.v1.Role;
import news.parallax.catalog.v1.UpdatePreferencesRequest;
import news.parallax.catalog.v1.UpdateReaderRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class RolesAndPreferencesTest {
    @Test
    void whoeverRunsTheHouseMakesOperatorsAndNobodyElseDoes() {
        assertThat(update("role-op", Role.ROLE_OPERATOR).getRole()).isEqualTo(Role.ROLE_OPERATOR);
        assertThat(update("role-none", Role.ROLE_UNSPECIFIED).getRole()).isEqualTo(Role.ROLE_READER);
        assertThat(get("role-op").getRole()).isEqualTo(Role.ROLE_OPERATOR);

        assertThat(update("role-op", Role.ROLE_UNSPECIFIED).getRole()).isEqualTo(Role.ROLE_READER);
        assertThat(create("role-new@example.org").getRole()).isEqualTo(Role.ROLE_READER);
        assertThat(CreateReaderRequest.getDescriptor().findFieldByName("role")).isNull();
    }

    @Test
    void preferencesAreKeptAndStayWhateverSettingsSay() {
        Reader reader = create("prefers@example.org");
        assertThat(reader.getLanguage()).isEmpty();
        assertThat(reader.getEdition()).isEmpty();

        Reader after = prefer(reader.getId(), "Ada", "PT-br", "AT");

        assertThat(after.getName()).isEqualTo("Ada");
        assertThat(after.getLanguage()).isEqualTo("pt-BR");
        assertThat(after.getEdition()).isEqualTo("AT");
        assertThat(get(reader.getId())).isEqualTo(after);
        assertThat(update(reader.getId(), Role.ROLE_READER).getLanguage()).isEqualTo("pt-BR");
        assertThat(prefer(reader.getId(), "Ada", "", "zh-Hant").getEdition()).isEqualTo("zh-hant");
        assertThat(prefer(reader.getId(), "", "", "").getEdition()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ZZ", "e", "en_US", "english-language-of-some-kind-that-is-far-too-long", "e n", "-", "en-"})
    void whatIsNoEditionIsRefused(String edition) {
        Reader reader = create("edition%d@example.org".formatted(edition.hashCode()));

        assertThat(refusal(Code.INVALID_ARGUMENT, () -> prefer(reader.getId(), "", "", edition))
                        .getReason())
                .isEqualTo("EDITION_INVALID");
    }

    @Test
    void whatIsNoLanguageOrNameIsRefused() {
        Reader reader = create("languages@example.org");

        assertThat(refusal(Code.INVALID_ARGUMENT, () -> prefer(reader.getId(), "", "en-a", ""))
                        .getReason())
                .isEqualTo("LANGUAGE_INVALID");
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> prefer(reader.getId(), "x".repeat(201), "", ""))
                        .getReason())
                .isEqualTo("NAME_INVALID");
        assertThat(refusal(Code.NOT_FOUND, () -> prefer("nobody", "", "", "")).getReason())
                .isEqualTo("READER_NOT_FOUND");
    }

    @Test
    void readersAreListedLatestFirstByTheBeginningOfIdNameOrAddress() {
        Reader first = create("Listed.One@example.org");
        Reader second = create("listed.two@example.org");
        readers()
                .updateReader(UpdateReaderRequest.newBuilder()
                        .setReader(Reader.newBuilder()
                                .setId("somebody-else")
                                .setName("Listed.Three")
                                .setPlan(Plan.PLAN_PRO)
                                .setRole(Role.ROLE_OPERATOR))
                        .build());

        assertThat(ids(ListReadersRequest.newBuilder().setPrefix("LISTED.")))
                .containsExactly("somebody-else", second.getId(), first.getId());
        assertThat(ids(ListReadersRequest.newBuilder().setPrefix("listed.").setRole(Role.ROLE_OPERATOR)))
                .containsExactly("somebody-else");
        assertThat(ids(ListReadersRequest.newBuilder().setPrefix("somebody-e"))).containsExactly("somebody-else");
        assertThat(ids(ListReadersRequest.newBuilder().setPrefix("listed%"))).isEmpty();
        assertThat(ids(ListReadersRequest.newBuilder()))
                .contains(first.getId(), second.getId())
                .doesNotHaveDuplicates();
        assertThat(refusal(
                                Code.INVALID_ARGUMENT,
                                () -> readers()
                                        .listReaders(ListReadersRequest.newBuilder()
                                                .setPrefix("x".repeat(255))
                                                .build()))
                        .getReason())
                .isEqualTo("PREFIX_INVALID");
    }

    private static List<String> ids(ListReadersRequest.Builder request) {
        List<String> ids = new ArrayList<>();
        request.setPageSize(2);
        do {
            var page = readers().listReaders(request.build());
            page.getReadersList().forEach(reader -> ids.add(reader.getId()));
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return ids;
    }

    private static Reader create(String email) {
        return readers()
                .createReader(CreateReaderRequest.newBuilder()
                        .setEmail(email)
                        .setPassword("correct horse battery")
                        .build())
                .getReader();
    }

    private static Reader update(String id, Role role) {
        return readers()
                .updateReader(UpdateReaderRequest.newBuilder()
                        .setReader(Reader.newBuilder().setId(id).setRole(role))
                        .build())
                .getReader();
    }

    private static Reader prefer(String id, String name, String language, String edition) {
        return readers()
                .updatePreferences(UpdatePreferencesRequest.newBuilder()
                        .setReaderId(id)
                        .setName(name)
                        .setLanguage(language)
                        .setEdition(edition)
                        .build())
                .getReader();
    }

    private static Reader get(String id) {
        return readers()
                .getReader(GetReaderRequest.newBuilder().setReaderId(id).build())
                .getReader();
    }
}

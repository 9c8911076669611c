package news.parallax.catalog.reader;

import static news.parallax.catalog.CatalogService.readers;
import static news.parallax.catalog.CatalogService.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.ErrorInfo;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.AuthenticateReaderRequest;
import news.parallax.catalog.v1.ChangePasswordRequest;
import news.parallax.catalog.v1.CreateReaderRequest;
import news.parallax.catalog.v1.GetReaderRequest;
import news.parallax.catalog.v1.Plan;
import news.parallax.catalog.v1.Reader;
import news.parallax.catalog.v1.UpdateReaderRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class AccountsTest {
    private static final String PASSWORD = "correct horse battery";

    @Test
    void aReaderEntersWithAddressAndPassword() {
        Reader made = create("Ada.Quill@Example.org", PASSWORD);

        assertThat(made.getEmail()).isEqualTo("ada.quill@example.org");
        assertThat(made.getPlan()).isEqualTo(Plan.PLAN_FREE);
        assertThat(made.getId()).matches("[0-9a-f]{20}");
        assertThat(authenticate(" ada.quill@EXAMPLE.org ", PASSWORD)).isEqualTo(made);
        assertThat(get(made.getId())).isEqualTo(made);
    }

    @Test
    void anUnknownAddressAndAWrongPasswordGetTheSameAnswer() {
        create("known@example.org", PASSWORD);

        ErrorInfo wrong = refusal(Code.UNAUTHENTICATED, () -> authenticate("known@example.org", "wrong horse battery"));
        ErrorInfo unknown = refusal(Code.UNAUTHENTICATED, () -> authenticate("unknown@example.org", PASSWORD));
        ErrorInfo nonsense = refusal(Code.UNAUTHENTICATED, () -> authenticate("no address", "x".repeat(100_000)));

        assertThat(wrong.getReason()).isEqualTo("CREDENTIALS_REFUSED");
        assertThat(unknown).isEqualTo(wrong);
        assertThat(nonsense).isEqualTo(wrong);
    }

    @Test
    void aPasswordIsTheSameHoweverItsAccentsAreComposed() {
        create("accents@example.org", "caf\u00e9 caf\u00e9 caf\u00e9");

        assertThat(authenticate("accents@example.org", "cafe\u0301 cafe\u0301 cafe\u0301")
                        .getEmail())
                .isEqualTo("accents@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nobody", "a@b", "a@@b.example", "a b@c.example", "a@b..example", "@b.example", "a@.example"
            })
    void whatIsNoAddressIsRefused(String address) {
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> create(address, PASSWORD))
                        .getReason())
                .isEqualTo("EMAIL_INVALID");
    }

    @Test
    void aPasswordThatIsTooShortOrTooLongIsRefusedAndNotRepeated() {
        ErrorInfo tooShort = refusal(Code.INVALID_ARGUMENT, () -> create("short@example.org", "123456789"));
        ErrorInfo tooLong = refusal(Code.INVALID_ARGUMENT, () -> create("long@example.org", "x".repeat(201)));

        assertThat(tooShort.getReason()).isEqualTo("PASSWORD_INVALID");
        assertThat(tooShort.getMetadataMap())
                .containsEntry("characters_min", "10")
                .doesNotContainValue("123456789");
        assertThat(tooLong.getReason()).isEqualTo("PASSWORD_INVALID");
        // ten characters outside of the basic plane, and ten of the basic one
        create("astral@example.org", "\uD83D\uDE00".repeat(10));
        create("shortest@example.org", "1234567890");
    }

    @Test
    void anAddressIsOnlyTakenOnceHoweverManyAskForItAtOnce() throws Exception {
        List<Callable<Reader>> calls = IntStream.range(0, 6)
                .<Callable<Reader>>mapToObj(_ -> () -> create("wanted@example.org", PASSWORD))
                .toList();
        List<Reader> made = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Reader> call : executor.invokeAll(calls)) {
                try {
                    made.add(call.get());
                } catch (ExecutionException e) {
                    refusals.add(((StatusRuntimeException) e.getCause())
                            .getStatus()
                            .getCode()
                            .name());
                }
            }
        }

        assertThat(made).hasSize(1);
        assertThat(refusals).hasSize(5).containsOnly("ALREADY_EXISTS");
        assertThat(authenticate("wanted@example.org", PASSWORD)).isEqualTo(made.getFirst());
    }

    @Test
    void aPasswordIsChangedByWhoKnowsIt() {
        Reader made = create("changes@example.org", PASSWORD);

        refusal(Code.UNAUTHENTICATED, () -> change(made.getId(), "wrong horse battery", "another horse"));
        refusal(Code.INVALID_ARGUMENT, () -> change(made.getId(), PASSWORD, "short"));
        assertThat(authenticate("changes@example.org", PASSWORD)).isEqualTo(made);

        Reader changed = change(made.getId(), PASSWORD, "another horse");
        assertThat(changed.getPasswordTime().getSeconds())
                .isGreaterThanOrEqualTo(made.getPasswordTime().getSeconds());
        assertThat(changed.getPasswordTime()).isNotEqualTo(made.getPasswordTime());
        refusal(Code.UNAUTHENTICATED, () -> authenticate("changes@example.org", PASSWORD));
        assertThat(authenticate("changes@example.org", "another horse")).isEqualTo(changed);
    }

    @Test
    void ofTwoChangesOfAPasswordAtOnceOneIsMade() throws Exception {
        Reader made = create("twice@example.org", PASSWORD);
        List<String> entered = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> changes = List.of("first new one", "second new one").stream()
                    .<Callable<String>>map(wanted -> () -> {
                        change(made.getId(), PASSWORD, wanted);
                        return wanted;
                    })
                    .toList();
            for (Future<String> change : executor.invokeAll(changes)) {
                try {
                    entered.add(change.get());
                } catch (ExecutionException e) {
                    assertThat(((StatusRuntimeException) e.getCause())
                                    .getStatus()
                                    .getCode())
                            .isEqualTo(Code.UNAUTHENTICATED);
                }
            }
        }

        assertThat(entered).hasSize(1);
        assertThat(authenticate("twice@example.org", entered.getFirst()).getId())
                .isEqualTo(made.getId());
    }

    @Test
    void aReaderWithoutPasswordDoesNotEnterAndANewPlanKeepsTheAddress() {
        SomeReader bare = SomeReader.add("bare");
        refusal(Code.UNAUTHENTICATED, () -> change("bare", "", "another horse"));
        assertThat(get(bare.id()).hasPasswordTime()).isFalse();

        Reader made = create("plans@example.org", PASSWORD);
        readers()
                .updateReader(UpdateReaderRequest.newBuilder()
                        .setReader(Reader.newBuilder()
                                .setId(made.getId())
                                .setName("Plans")
                                .setPlan(Plan.PLAN_VANTAGE))
                        .build());
        assertThat(authenticate("plans@example.org", PASSWORD))
                .isEqualTo(made.toBuilder()
                        .setName("Plans")
                        .setPlan(Plan.PLAN_VANTAGE)
                        .build());
    }

    @Test
    void aReaderWhoIsNotThereIsNotFound() {
        ErrorInfo missing = refusal(Code.NOT_FOUND, () -> get("nobody-there"));

        assertThat(missing.getReason()).isEqualTo("READER_NOT_FOUND");
        assertThat(missing.getMetadataMap()).containsEntry("reader_id", "nobody-there");
        refusal(Code.NOT_FOUND, () -> change("nobody-there", PASSWORD, PASSWORD));
    }

    private static Reader create(String email, String password) {
        return readers()
                .createReader(CreateReaderRequest.newBuilder()
                        .setEmail(email)
                        .setPassword(password)
                        .build())
                .getReader();
    }

    private static Reader authenticate(String email, String password) {
        return readers()
                .authenticateReader(AuthenticateReaderRequest.newBuilder()
                        .setEmail(email)
                        .setPassword(password)
                        .build())
                .getReader();
    }

    private static Reader change(String id, String current, String wanted) {
        return readers()
                .changePassword(ChangePasswordRequest.newBuilder()
                        .setReaderId(id)
                        .setCurrentPassword(current)
                        .setNewPassword(wanted)
                        .build())
                .getReader();
    }

    private static Reader get(String id) {
        return readers()
                .getReader(GetReaderRequest.newBuilder().setReaderId(id).build())
                .getReader();
    }
}

package news.parallax.catalog.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.error.CatalogException.Lost;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.error.CatalogException.Taken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorTranslatorTest {
    private final ErrorTranslator translator = new ErrorTranslator();

    static Stream<Arguments> refusals() {
        Map<String, String> values = Map.of("name", "value");
        return Stream.of(
                Arguments.of(new NotFound("R", "m", values), Code.NOT_FOUND),
                Arguments.of(new Invalid("R", "m", values), Code.INVALID_ARGUMENT),
                Arguments.of(new Taken("R", "m", values), Code.ALREADY_EXISTS),
                Arguments.of(new Lost("R", "m", values), Code.FAILED_PRECONDITION));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalKeepsItsReasonMessageAndValues(CatalogException refusal, Code code) throws Exception {
        Throwable translated = translator.transform(refusal);

        assertThat(Status.fromThrowable(translated).getCode()).isEqualTo(code);
        var status = StatusProto.fromThrowable(translated);
        assertThat(status.getMessage()).isEqualTo("m");
        assertThat(status.getDetailsList())
                .singleElement()
                .satisfies(detail -> assertThat(detail.unpack(ErrorInfo.class))
                        .extracting(ErrorInfo::getReason, ErrorInfo::getDomain, ErrorInfo::getMetadataMap)
                        .containsExactly("R", "catalog.parallax.news", Map.of("name", "value")));
    }

    @Test
    void aDatabaseThatIsAwayIsUnavailable() {
        assertThat(code(new PersistenceException(new SQLException("connection lost", "08006"))))
                .isEqualTo(Code.UNAVAILABLE);
        assertThat(code(new PersistenceException(new SQLException("shutting down", "57P01"))))
                .isEqualTo(Code.UNAVAILABLE);
        assertThat(code(new SQLException("no connection to give"))).isEqualTo(Code.UNAVAILABLE);
    }

    @Test
    void aMistakeOfOursIsInternalAndSaysNothingOfTheInside() {
        Throwable translated =
                translator.transform(new PersistenceException(new SQLException("column secret", "42703")));

        assertThat(Status.fromThrowable(translated).getCode()).isEqualTo(Code.INTERNAL);
        assertThat(StatusProto.fromThrowable(translated).toString()).doesNotContain("secret");
    }

    @Test
    void aValueThatTheDatabaseCannotKeepIsTheCallersMistake() {
        Throwable nul = new PersistenceException(new SQLException("invalid byte sequence: 0x00", "22021"));

        assertThat(code(nul)).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(code(new PersistenceException(new SQLException("division by zero", "22012"))))
                .isEqualTo(Code.INTERNAL);
    }

    /** Trailers of more than 8 KB end the stream with a protocol error instead of the refusal. */
    @Test
    void whatIsRepeatedOfTheRequestIsCutSoThatItFitsIntoTrailers() throws Exception {
        String longText = "\u6771".repeat(30_000);
        var status =
                StatusProto.fromThrowable(translator.transform(new Invalid("R", longText, Map.of("name", longText))));

        assertThat(status.getMessage()).hasSize(301).endsWith("…");
        assertThat(status.getDetails(0).unpack(ErrorInfo.class).getMetadataOrThrow("name"))
                .hasSize(151);
    }

    @Test
    void aStatusStaysWhatItIs() {
        var cancelled = new StatusRuntimeException(Status.CANCELLED.withDescription("gone"));

        assertThat(translator.transform(cancelled))
                .isInstanceOfSatisfying(
                        StatusException.class,
                        status -> assertThat(status.getStatus()).isEqualTo(cancelled.getStatus()));
    }

    private Code code(Throwable error) {
        return Status.fromThrowable(translator.transform(error)).getCode();
    }
}

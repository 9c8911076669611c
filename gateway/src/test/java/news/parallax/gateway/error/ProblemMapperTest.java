package news.parallax.gateway.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemMapperTest {
    private final ProblemMapper mapper = new ProblemMapper();

    private static StatusRuntimeException catalogSays(Code code, String message, ErrorInfo info) {
        return StatusProto.toStatusRuntimeException(Status.newBuilder()
                .setCode(code.getNumber())
                .setMessage(message)
                .addDetails(Any.pack(info))
                .build());
    }

    @Test
    void theReasonOfTheCatalogBecomesTheCode() {
        var failure = catalogSays(
                Code.NOT_FOUND,
                "There is no story 00.",
                ErrorInfo.newBuilder()
                        .setReason("STORY_NOT_FOUND")
                        .putMetadata("story_id", "00")
                        .build());

        assertThat(mapper.toProblem(failure, "/v1/stories/00"))
                .isEqualTo(new Problem(
                        "about:blank",
                        "Not Found",
                        404,
                        "There is no story 00.",
                        "/v1/stories/00",
                        "STORY_NOT_FOUND",
                        "",
                        Map.of("story_id", "00")));
    }

    @Test
    void aBadPageTokenIsTheFaultOfTheCursor() {
        var failure = catalogSays(
                Code.INVALID_ARGUMENT,
                "The page token does not fit.",
                ErrorInfo.newBuilder().setReason("PAGE_TOKEN_INVALID").build());

        Problem problem = mapper.toProblem(failure, "/v1/stories");
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("CURSOR_INVALID");
        assertThat(problem.parameter()).isEqualTo("cursor");
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE, 503, CATALOG_UNAVAILABLE",
        "DEADLINE_EXCEEDED, 504, CATALOG_TOO_SLOW",
        "INTERNAL, 502, CATALOG_FAILED",
        "UNIMPLEMENTED, 502, CATALOG_FAILED"
    })
    void whatTheCatalogSaysOfItselfIsNotPassedOn(io.grpc.Status.Code code, int status, String reason) {
        var failure =
                code.toStatus().withDescription("jdbc:postgresql://secret").asRuntimeException();

        Problem problem = mapper.toProblem(failure, "/v1/stories");
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo(reason);
        assertThat(problem.detail()).doesNotContain("secret");
    }

    @Test
    void anUnexpectedFailureIsNotedAndNotTold() {
        Problem problem = mapper.toProblem(new IllegalStateException("at line 7"), "/");

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.detail()).doesNotContain("line 7");
    }

    @Test
    void failuresOfTheFrameworkKeepTheirStatus() {
        assertThat(mapper.toProblem(new NotFoundException(), "/x").code()).isEqualTo("NO_SUCH_PAGE");
        assertThat(mapper.toProblem(new NotAllowedException("GET"), "/x").status())
                .isEqualTo(405);
    }
}

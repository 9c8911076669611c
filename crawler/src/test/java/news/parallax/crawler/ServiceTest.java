package news.parallax.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import news.parallax.crawler.v1.CrawlUrlRequest;
import news.parallax.crawler.v1.CrawlerServiceGrpc.CrawlerServiceBlockingStub;
import org.junit.jupiter.api.Test;

/** The crawler's own service over gRPC. */
@QuarkusTest
@TestProfile(ServiceTest.FreePort.class)
class ServiceTest {

    public static final class FreePort implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.test-port", "0",
                    "quarkus.grpc.clients.self.host", "127.0.0.1",
                    "quarkus.grpc.clients.self.port", "${quarkus.http.port}",
                    "parallax.crawler.shared-hosts", "false",
                    "parallax.crawler.connect-to.example", "127.0.0.1:9");
        }
    }

    @GrpcClient("self")
    CrawlerServiceBlockingStub self;

    @Inject
    CrawlerConfig config;

    @Test
    void whatIsNoWebAddressIsAnInvalidArgument() {
        StatusRuntimeException error = crawl("ftp://outlet.example/a");
        assertThat(error.getStatus().getCode()).isEqualTo(io.grpc.Status.Code.INVALID_ARGUMENT);
        assertThat(info(error).getReason()).isEqualTo("URL_INVALID");
        assertThat(info(error).getMetadataMap()).containsEntry("url", "ftp://outlet.example/a");
    }

    @Test
    void anAddressInsideIsRefusedWithTheReason() {
        StatusRuntimeException error = crawl("http://127.0.0.1:1/a");
        assertThat(error.getStatus().getCode()).isEqualTo(io.grpc.Status.Code.FAILED_PRECONDITION);
        assertThat(info(error).getReason()).isEqualTo("PAGE_REFUSED");
        assertThat(error.getStatus().getDescription()).contains("private, local or special");
    }

    @Test
    void settingsHaveTheirDefaultsAndMapsTheirKeys() {
        assertThat(config.feedsAtOnce()).isEqualTo(16);
        assertThat(config.contact()).isEmpty();
        assertThat(config.bodyLimit().asLongValue()).isEqualTo(8 * 1024 * 1024);
        assertThat(config.connectTo()).containsExactly(Map.entry("example", "127.0.0.1:9"));
    }

    private StatusRuntimeException crawl(String url) {
        return catchThrowableOfType(
                StatusRuntimeException.class,
                () -> self.withDeadlineAfter(20, TimeUnit.SECONDS)
                        .crawlUrl(CrawlUrlRequest.newBuilder().setUrl(url).build()));
    }

    private static ErrorInfo info(StatusRuntimeException error) {
        Status status = StatusProto.fromThrowable(error);
        try {
            return status.getDetails(0).unpack(ErrorInfo.class);
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}

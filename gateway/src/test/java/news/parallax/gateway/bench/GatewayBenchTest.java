package news.parallax.gateway.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatewayBenchTest {
    @Test
    void percentilesAreTakenByNearestRank() {
        Samples samples = Samples.of(new long[] {4_000_000, 1_000_000, 2_000_000}, 2, 1, 1_500_000_000);

        assertThat(samples.percentileMillis(50)).isEqualTo(2);
        assertThat(samples.percentileMillis(99)).isEqualTo(4);
        assertThat(samples.count()).isEqualTo(3);
        assertThat(samples.changed()).isEqualTo(2);
        assertThat(samples.errors()).isEqualTo(1);
        assertThat(samples.requestsPerSecond()).isEqualTo(2);
    }

    @Test
    void optionsHaveDefaultsAndBounds() {
        assertThat(BenchOptions.parse(List.of("http://localhost:8080")))
                .isEqualTo(new BenchOptions(URI.create("http://localhost:8080"), 5, 16));
        assertThatThrownBy(() -> BenchOptions.parse(List.of("http://localhost:8080", "--seconds", "0")))
                .hasMessage("--seconds is a whole number from 1 to 600, not 0");
        assertThatThrownBy(() -> BenchOptions.parse(List.of("http://localhost:8080", "--speed", "1")))
                .hasMessageStartingWith("no option --speed");
    }

    @Test
    void whoGetsAChangedAnswerAsksForWhatIsNewerThanThat() {
        Requests fresh = Requests.of("localhost", List.of("/a"));
        Requests repeated = Requests.repeated("localhost", List.of("/a", "/b"), List.of("W/\"1\"", "W/\"1\""));

        assertThat(repeated.renew(1, 304, "W/\"1\"")).isFalse();
        assertThat(repeated.renew(1, 200, "W/\"2\"")).isTrue();
        assertThat(new String(repeated.bytes(1), StandardCharsets.US_ASCII))
                .contains("GET /b ", "If-None-Match: W/\"2\"");
        assertThat(new String(repeated.bytes(0), StandardCharsets.US_ASCII)).contains("If-None-Match: W/\"1\"");
        assertThat(fresh.renew(0, 200, "W/\"2\"")).isFalse();
    }

    @Test
    void onlyThisMachineIsMeasured() {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();

        int exit = GatewayBench.run(new String[] {"http://192.0.2.1:8080"}, new PrintStream(out), new PrintStream(err));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("only a gateway on this machine");
        assertThat(out.size()).isZero();
    }
}

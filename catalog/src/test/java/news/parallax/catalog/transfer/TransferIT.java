package news.parallax.catalog.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import news.parallax.catalog.v1.ListSourcesRequest;
import news.parallax.catalog.v1.Rating;
import news.parallax.catalog.v1.Source;
import news.parallax.catalog.v1.SourceServiceGrpc;
import news.parallax.catalog.v1.SourceView;
import org.junit.jupiter.api.Test;

/** The packaged catalog, and the command that sends files to it and fetches them. */
class TransferIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Path FIXTURE = Path.of("src/test/resources/transfer/edition");

    @Test
    void anEmptyCatalogThatTakesAnExportEqualsTheOneItIsOf() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/process-tests")), "transfer")
                .toAbsolutePath();
        Map<String, String> exported;
        List<Source> sources;
        try (var original = new RunningCatalog(folder.resolve("original"))) {
            assertThat(original.run("import", FIXTURE.toString())).contains("ratings     added      7");
            assertThat(original.run(
                            "import", FIXTURE.resolve("corrected/ratings.csv").toString()))
                    .contains("changed      1");
            original.run("export", folder.resolve("first").toString());
            exported = files(folder.resolve("first"));
            sources = original.sources();
        }
        try (var copy = new RunningCatalog(folder.resolve("copy"))) {
            assertThat(copy.run("import", folder.resolve("first").toString())).contains("refused      0");
            copy.run("export", folder.resolve("second").toString());

            assertThat(files(folder.resolve("second"))).isEqualTo(exported);
            assertThat(copy.sources()).isEqualTo(sources);
        }
        assertThat(sources).hasSize(4);
        assertThat(exported).hasSize(9);
        assertThat(exported.values())
                .allSatisfy(text -> assertThat(text.lines().count()).isGreaterThan(1));
        assertThat(exported.get("ratings.csv")).contains("regional.example,rater-a,BIAS,LEFT,");
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readString(path));
            }
        }
        return files;
    }

    /** A catalog on a folder of its own. */
    private static final class RunningCatalog implements AutoCloseable {
        private final int port = freePort();
        private final Process process;

        RunningCatalog(Path data) throws IOException, InterruptedException {
            var builder = new ProcessBuilder(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-jar",
                    "target/quarkus-app/quarkus-run.jar");
            builder.environment().put("PARALLAX_CATALOG_DATA", data.toString());
            builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
            process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            Instant deadline = Instant.now().plus(LIMIT);
            while (!ready()) {
                assertThat(Instant.now()).as("readiness").isBefore(deadline);
                Thread.sleep(100);
            }
        }

        /** Runs the command, which must succeed, and returns what it prints. */
        String run(String verb, String path) {
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            int code = TransferCommand.run(
                    List.of(verb, String.valueOf(port), path),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8));
            assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
            return out.toString(StandardCharsets.UTF_8);
        }

        /** Returns all sources in full, but for the numbers of imports, which a catalog counts for itself. */
        List<Source> sources() {
            ManagedChannel channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                    .usePlaintext()
                    .build();
            try {
                var request = ListSourcesRequest.newBuilder()
                        .setPageSize(200)
                        .setView(SourceView.SOURCE_VIEW_FULL)
                        .build();
                return SourceServiceGrpc.newBlockingStub(channel).listSources(request).getSourcesList().stream()
                        .map(RunningCatalog::withoutBatches)
                        .toList();
            } finally {
                channel.shutdownNow();
            }
        }

        private static Source withoutBatches(Source source) {
            List<Rating> ratings = new ArrayList<>();
            source.getRatingsList()
                    .forEach(rating ->
                            ratings.add(rating.toBuilder().clearImportBatchId().build()));
            return source.toBuilder().clearRatings().addAllRatings(ratings).build();
        }

        private boolean ready() throws InterruptedException {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port)))
                    .build();
            try (var client = HttpClient.newHttpClient()) {
                return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException e) {
                return false;
            }
        }

        private static int freePort() {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor();
        }
    }
}

package news.parallax.clusterer.ingest;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import news.parallax.catalog.v1.SourceServiceGrpc;
import news.parallax.catalog.v1.SourceServiceGrpc.SourceServiceBlockingStub;
import news.parallax.catalog.v1.StoryServiceGrpc;
import news.parallax.catalog.v1.StoryServiceGrpc.StoryServiceBlockingStub;

/** The packaged catalog with its PostgreSQL, as a process of its own on an empty folder and a free port. */
public final class CatalogProcess implements QuarkusTestResourceLifecycleManager {

    private static CatalogProcess current;

    private ServiceProcess process;
    private ManagedChannel channel;

    /** The one of this test run. */
    static CatalogProcess current() {
        return current;
    }

    @Override
    public Map<String, String> start() {
        try {
            Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target/catalog-data")), "run");
            process = ServiceProcess.start(
                    "catalog",
                    Map.of("PARALLAX_CATALOG_DATA", data.toAbsolutePath().toString()),
                    data.resolveSibling(data.getFileName() + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", process.port())
                .usePlaintext()
                .build();
        current = this;
        return Map.of(
                "quarkus.grpc.clients.catalog.test-port",
                String.valueOf(process.port()),
                "quarkus.http.test-port",
                "0",
                // stories are looked at again when a test says so
                "parallax.clusterer.grouping.consolidation-interval",
                "1h");
    }

    @Override
    public void stop() {
        channel.shutdownNow();
        process.stop();
    }

    int port() {
        return process.port();
    }

    /** Starts it on the same folder and port, and waits until it is ready. */
    void launch() {
        process.launch();
    }

    /** Ends it without warning. */
    void kill() {
        process.kill();
    }

    /** Makes it deaf: connections stay, nothing answers. */
    void freeze() {
        process.freeze();
    }

    void thaw() {
        process.thaw();
    }

    StoryServiceBlockingStub stories() {
        return StoryServiceGrpc.newBlockingStub(channel).withDeadlineAfter(10, TimeUnit.SECONDS);
    }

    SourceServiceBlockingStub sources() {
        return SourceServiceGrpc.newBlockingStub(channel).withDeadlineAfter(10, TimeUnit.SECONDS);
    }
}

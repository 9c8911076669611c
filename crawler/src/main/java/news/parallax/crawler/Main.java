package news.parallax.crawler;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.Security;
import java.util.List;
import news.parallax.crawler.archive.ArchiveReplay;
import news.parallax.crawler.archive.ReplayReport;
import news.parallax.crawler.outlet.OutletImport;
import news.parallax.crawler.websub.Subscriber;

/**
 * Runs the service, or one command: {@code replay FILE…} streams archives and exits. Where the copies of a service are is
 * remembered for seconds: the JVM and gRPC would for half a minute, in which all may be replaced.
 */
@QuarkusMain
public class Main implements QuarkusApplication {

    private static final int USAGE = 2;
    private static final String RESTART = "--restart";
    private static final String NAMES_KEPT_SECONDS = "networkaddress.cache.ttl";

    private final CrawlerConfig config;
    private final Crawler crawler;
    private final OutletImport outletImport;
    private final Subscriber subscriber;
    private final ArchiveReplay replay;

    Main(
            CrawlerConfig config,
            Crawler crawler,
            OutletImport outletImport,
            Subscriber subscriber,
            ArchiveReplay replay) {
        this.subscriber = subscriber;
        this.config = config;
        this.crawler = crawler;
        this.outletImport = outletImport;
        this.replay = replay;
    }

    public static void main(String... args) {
        if (args.length > 0) { // a command serves nothing, and its stdout is for its result
            System.setProperty("quarkus.http.host-enabled", "false");
            System.setProperty("quarkus.log.console.stderr", "true");
        }
        Security.setProperty(NAMES_KEPT_SECONDS, "5"); // read by the JVM
        System.setProperty(NAMES_KEPT_SECONDS, "5"); // read by gRPC
        Quarkus.run(Main.class, args);
    }

    @Override
    public int run(String... args) throws InterruptedException {
        List<String> words = List.of(args);
        if (words.isEmpty()) {
            return serve();
        }
        if (words.getFirst().equals("replay") && words.size() > 1) {
            return replay(words.subList(1, words.size()), System.out, System.err);
        }
        System.err.println(
                "usage: crawler [replay [--restart] FILE…], files being .warc, .warc.gz, or JSONL, plain or gzipped");
        return USAGE;
    }

    private int serve() {
        if (config.contact().isEmpty() && !config.allowPrivateAddresses()) {
            Log.error(
                    "not started: set parallax.crawler.contact to a page or mail address by which site owners reach you");
            return USAGE;
        }
        startCrawling();
        Quarkus.waitForExit();
        return 0;
    }

    private void startCrawling() {
        subscriber.start();
        Thread.ofVirtual().name("crawl-loop").start(() -> {
            try {
                outletImport.run();
                crawler.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // nobody interrupts it; the process ends by exiting
            }
        });
    }

    /** Replays each file; a file that cannot be read is named and does not stop the others, but is the exit code's 1. */
    private int replay(List<String> words, PrintStream out, PrintStream log) throws InterruptedException {
        boolean restart = words.contains(RESTART);
        List<String> files =
                words.stream().filter(word -> !word.equals(RESTART)).toList();
        int exitCode = 0;
        for (String file : files) {
            try {
                ReplayReport report = replay.replay(Path.of(file), restart, log);
                out.println(new ObjectMapper().writeValueAsString(report));
                if (!report.complete()) {
                    log.println(file + ": stopped before its end; the same command goes on there");
                    exitCode = 1;
                }
            } catch (NoSuchFileException e) {
                log.println(file + ": no such file");
                exitCode = 1;
            } catch (IOException e) {
                log.println(file + ": " + e.getMessage());
                exitCode = 1;
            }
            if (replay.isStopping()) {
                break;
            }
        }
        return exitCode;
    }
}

package news.parallax.gateway.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import news.parallax.gateway.faults.FaultReport.Sighting;
import org.junit.jupiter.api.Test;

/**
 * Two copies of everything, under load, with whatever can go wrong going wrong: nothing is lost, and what is counted is right.
 * Short by default; {@code ./dev test --faults} runs it for long and prints the report.
 */
class FaultsIT {
    private static final long SEED = Long.getLong("parallax.faults.seed", 1);
    private static final int SECONDS = Integer.getInteger("parallax.faults.seconds", 60);
    private static final int CLUSTERERS = Integer.getInteger("parallax.faults.clusterers", 2);
    private static final int PORT_BASE = Integer.getInteger("parallax.faults.port-base", 18900);
    private static final Path FOLDER =
            Path.of(System.getProperty("parallax.faults.data", "target/faults")).toAbsolutePath();
    private static final Duration RECOVERY_LIMIT = Duration.ofMinutes(3);
    private static final Duration REST = Duration.ofSeconds(4);

    private final List<Sighting> sightings = new ArrayList<>();

    @Test
    void nothingIsLostWhateverGoesWrong() throws Exception {
        assumeTrue(hasLoopbackAddresses(), "127.0.1.2 is no address of this machine");
        Path run = FOLDER.resolve("run-"
                + Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", ""));
        try (Fleet fleet = Fleet.start(run, PORT_BASE, CLUSTERERS, Load.readers());
                Load load = new Load(fleet, SEED)) {
            load.start();
            say("under load");
            breakThings(fleet, load, run);
            FaultReport.Rolling rolling = restartAll(fleet, load);
            load.finish(RECOVERY_LIMIT);
            FaultReport report = report(fleet, load, rolling, run);
            Files.writeString(FOLDER.resolve("report.json"), report.json());
            System.out.println(report.json());
            assertThat(report.wrong()).isEmpty();
        }
        delete(run.resolve("database")); // if not, it is worth a look
    }

    /** One machine can only have several copies where all of 127.0.0.0/8 is its own, which needs help on macOS. */
    private static boolean hasLoopbackAddresses() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.1.2"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private void breakThings(Fleet fleet, Load load, Path run) throws Exception {
        var dice = new FaultDice(SEED, fleet, run.resolve("neighbor"));
        Instant end = Instant.now().plusSeconds(SECONDS);
        while (Instant.now().isBefore(end)) {
            List<Fault> faults = dice.next();
            long start = System.nanoTime();
            faults.forEach(fault -> say("%s %s %d ms"
                    .formatted(fault.kind(), fault.target(), fault.duration().toMillis())));
            Fault.happen(faults);
            fleet.heal();
            Thread.sleep(REST);
            long until = System.nanoTime();
            for (Fault fault : faults) {
                var seen = new Sighting(
                        fault.kind(),
                        load.timeline().readersWaited(start, until).toMillis(),
                        load.timeline().articlesWaited(start, until).toMillis());
                say("  seen by readers %d ms, by articles %d ms"
                        .formatted(seen.readersMillis(), seen.articlesMillis()));
                sightings.add(seen);
            }
        }
    }

    /** As an update does: each copy ends and comes back before the next ends. */
    private static FaultReport.Rolling restartAll(Fleet fleet, Load load) throws InterruptedException {
        Client.Counts before = load.requests();
        long start = System.nanoTime();
        for (Copy copy : fleet.copies()) {
            say("restarting " + copy.name());
            copy.stop();
            copy.start();
            copy.awaitReady();
            Thread.sleep(1_000);
        }
        long end = System.nanoTime();
        Client.Counts requests = load.requests().since(before);
        return new FaultReport.Rolling(
                Duration.ofNanos(end - start).toSeconds(),
                load.timeline().articlesWaited(start, end).toMillis(),
                requests,
                requests.unexpected());
    }

    /** Asked when nothing is sent any more. */
    private FaultReport report(Fleet fleet, Load load, FaultReport.Rolling rolling, Path run) throws Exception {
        List<String> edition = edition(fleet);
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> stored = new TreeMap<>();
        FaultReport.BackPressure backPressure;
        try (Connection database = fleet.database().connect()) {
            say("a replay while the database is far away");
            backPressure = new SlowReplay(fleet, database).run(Load.news(SEED + 1), run.resolve("replay.jsonl"));
            say("waiting until it is quiet");
            awaitQuiet(database, edition.size());
            Sabotage.Check audit = connection -> new Audit(connection)
                    .invariants()
                    .articles(load.articles().sent().values())
                    .stories(load.articles().storyOfArticle().values())
                    .addresses(edition)
                    .writes(load.acknowledgedWrites());
            wrong.addAll(audit.of(database).faults());
            if (wrong.isEmpty()) {
                Sabotage.unseen(database, audit).forEach(deed -> wrong.add("the audit does not see: " + deed));
            }
            for (String gateway : fleet.gateways()) {
                wrong.addAll(new Answers(gateway)
                        .redirects(database)
                        .stories(database)
                        .faults());
            }
            for (String table : List.of("article", "story", "story_redirect", "story_event")) {
                stored.put(
                        table,
                        Integer.parseInt(Invariant.texts(database, "select count(*) from " + table)
                                .getFirst()));
            }
        }
        Map<String, Integer> ended = new TreeMap<>();
        List<Memory> memory = new ArrayList<>();
        for (Copy copy : fleet.copies()) {
            memory.add(Memory.of(copy));
            ended.put(copy.name(), copy.endedByItself());
        }
        wrong.addAll(wrongOf(load, rolling, backPressure, memory));
        return new FaultReport(
                SEED,
                SECONDS,
                FaultReport.byKind(sightings),
                load.articles().counts(),
                stored,
                load.requests(),
                load.acknowledgedWrites().size(),
                rolling,
                backPressure,
                memory,
                ended,
                wrong);
    }

    private static List<String> wrongOf(
            Load load, FaultReport.Rolling rolling, FaultReport.BackPressure backPressure, List<Memory> memory) {
        List<String> wrong = new ArrayList<>();
        load.articles().refusals().forEach(refusal -> wrong.add("an article was refused: " + refusal));
        if (load.requests().failed() > 0) {
            wrong.add("requests failed: " + load.requests());
        }
        if (rolling.requests().failed() > 0) {
            wrong.add("requests failed while copies were restarted: " + rolling.requests());
        }
        if (backPressure.stored() != backPressure.rows()) {
            wrong.add("a replay lost rows: " + backPressure);
        }
        Stream.concat(memory.stream(), backPressure.memory().stream())
                .filter(each -> !each.isSound())
                .forEach(each -> wrong.add("too much memory: " + each));
        return wrong;
    }

    /** Waits until the pages are crawled and the catalog has nothing to do. */
    private static void awaitQuiet(Connection database, int pages) throws Exception {
        Instant end = Instant.now().plus(RECOVERY_LIMIT);
        String last = "";
        int quiet = 0;
        while (quiet < 8 && Instant.now().isBefore(end)) {
            String now = Invariant.texts(database, """
                    select concat_ws(' ', (select max(id) from story_change), (select count(*) from story_search_due),
                        (select count(*) from article where canonical_url not like '%/invented/%'))
                    """).getFirst();
            boolean crawled = Integer.parseInt(now.substring(now.lastIndexOf(' ') + 1)) >= pages;
            quiet = now.equals(last) && crawled ? quiet + 1 : 0;
            last = now;
            Thread.sleep(1_000);
        }
    }

    private static List<String> edition(Fleet fleet) throws Exception {
        JsonNode edition = new ObjectMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(fleet.sample() + "/edition.json"))
                                        .build(),
                                BodyHandlers.ofString())
                        .body());
        List<String> urls = new ArrayList<>();
        edition.get("events").forEach(event -> event.forEach(url -> urls.add(url.asText())));
        return urls;
    }

    private static void say(String line) {
        System.out.println(LocalTime.now().truncatedTo(ChronoUnit.MILLIS) + " " + line);
    }
}

package news.parallax.gateway.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run has shown.
 *
 * @param seconds for which things were broken; all that is told otherwise is of the whole run
 * @param faults by kind
 * @param articles of the stream; crawled ones are not in it
 * @param stored rows at the end: articles, stories, redirects
 * @param endedByThemselves how often a copy ended that nobody had ended, by copy
 * @param wrong what must not be; empty if the system stood it
 */
record FaultReport(
        long seed,
        int seconds,
        Map<FaultKind, Seen> faults,
        ArticleStream.Counts articles,
        Map<String, Integer> stored,
        Client.Counts requests,
        int writesAcknowledged,
        Rolling rollingRestart,
        BackPressure backPressure,
        List<Memory> memory,
        Map<String, Integer> endedByThemselves,
        List<String> wrong) {
    /**
     * How long faults of one kind were to be seen, in milliseconds.
     *
     * @param readers without a fine answer, the one that waited longest
     * @param articles without an acknowledgement
     */
    record Seen(int count, Middle readers, Middle articles) {}

    record Middle(long p50, long max) {
        static Middle of(List<Long> values) {
            List<Long> sorted = values.stream().sorted().toList();
            return new Middle(sorted.get((sorted.size() - 1) / 2), sorted.getLast());
        }
    }

    /**
     * A restart of all copies, one after the other.
     *
     * @param requests of readers meanwhile
     * @param unexpected of their setbacks, those that careful restarts do not cause
     */
    record Rolling(long seconds, long articlesWaitedMillis, Client.Counts requests, Map<String, Integer> unexpected) {}

    /**
     * A replay into a system whose database is far away.
     *
     * @param stored of the rows, each once
     * @param slowPerSecond rows stored while the database was far away, or the way to it narrow
     * @param soundPerSecond rows stored after that
     * @param memory of those who had to wait, at the end of the slow time
     */
    record BackPressure(int rows, int stored, double slowPerSecond, double soundPerSecond, List<Memory> memory) {}

    /** One fault and what was seen of it. */
    record Sighting(FaultKind kind, long readersMillis, long articlesMillis) {}

    static Map<FaultKind, Seen> byKind(List<Sighting> sightings) {
        return sightings.stream()
                .collect(Collectors.groupingBy(
                        Sighting::kind,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                all -> new Seen(
                                        all.size(),
                                        Middle.of(all.stream()
                                                .map(Sighting::readersMillis)
                                                .toList()),
                                        Middle.of(all.stream()
                                                .map(Sighting::articlesMillis)
                                                .toList())))));
    }

    String json() {
        try {
            return new ObjectMapper()
                    .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}

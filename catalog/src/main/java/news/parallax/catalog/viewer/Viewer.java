package news.parallax.catalog.viewer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.parallax.catalog.coverage.BiasStep;
import news.parallax.catalog.coverage.CountedSource;
import news.parallax.catalog.coverage.CoverageSide;

/**
 * For whom something is shown.
 *
 * @param mutedSources ids; those of muted owners, and of the owners below them, among them
 * @param mutedSubjects ids
 * @param biases what the reader holds the bias of sources to be, by source id
 */
public record Viewer(Set<String> mutedSources, Set<String> mutedSubjects, Map<String, BiasStep> biases) {
    /** Who is shown everything, as it is for everybody. */
    public static final Viewer ANYBODY = new Viewer(Set.of(), Set.of(), Map.of());

    public Viewer {
        mutedSources = Set.copyOf(mutedSources);
        mutedSubjects = Set.copyOf(mutedSubjects);
        biases = Map.copyOf(biases);
    }

    public boolean mutes() {
        return !mutedSources.isEmpty() || !mutedSubjects.isEmpty();
    }

    public boolean mutesSource(String sourceId) {
        return mutedSources.contains(sourceId);
    }

    /** Returns what the reader holds the bias of a source to be; empty if that is as for everybody. */
    public Optional<BiasStep> bias(String sourceId) {
        return Optional.ofNullable(biases.get(sourceId));
    }

    /** Returns the sources as they count for the reader. */
    public List<CountedSource> count(List<CountedSource> sources) {
        return biases.isEmpty()
                ? sources
                : sources.stream()
                        .map(source -> bias(source.id()).map(source::rated).orElse(source))
                        .toList();
    }

    /** Returns the sources that are on a side for the reader, whatever they are for others. */
    public List<String> overriddenOn(CoverageSide side) {
        return biases.entrySet().stream()
                .filter(override -> override.getValue().side() == side)
                .map(Map.Entry::getKey)
                .toList();
    }

    public Set<String> overridden() {
        return biases.keySet();
    }
}

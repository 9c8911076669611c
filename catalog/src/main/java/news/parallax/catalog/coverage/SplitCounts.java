package news.parallax.catalog.coverage;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How sources split, each of them counted once.
 *
 * @param total all sources
 * @param sides sources by side
 * @param percents share of the rated sources by side, without unrated
 * @param biases rated sources by step
 * @param factualities sources by factuality; where it is not known they are in none
 * @param countries sources by country, most first, then by code; where it is not known under an empty one, last
 * @param languages likewise by language
 * @param owners sources by category of owner; a source with owners of two categories is in both
 * @param ownersUnknown sources without a known category of owner
 * @param gapSide the side that hardly covers the story; empty if the rule for coverage gaps does not hold
 */
public record SplitCounts(
        int total,
        Map<CoverageSide, Integer> sides,
        Percents percents,
        Map<BiasStep, Integer> biases,
        Map<FactualityLevel, Integer> factualities,
        Map<String, Integer> countries,
        Map<String, Integer> languages,
        Map<OwnerCategory, Integer> owners,
        int ownersUnknown,
        Optional<CoverageSide> gapSide) {

    /** Counts distinct sources. */
    public static SplitCounts of(Collection<CountedSource> sources, GapRule rule) {
        Map<CoverageSide, Integer> sides =
                count(CoverageSide.class, sources.stream().map(CountedSource::side));
        Map<FactualityLevel, Integer> factualities =
                count(FactualityLevel.class, known(sources, CountedSource::factuality));
        Percents percents = Percents.of(
                sides.getOrDefault(CoverageSide.LEFT, 0),
                sides.getOrDefault(CoverageSide.CENTER, 0),
                sides.getOrDefault(CoverageSide.RIGHT, 0));
        int rated = sources.size() - sides.getOrDefault(CoverageSide.UNRATED, 0);
        int factual = factualities.getOrDefault(FactualityLevel.HIGH, 0)
                + factualities.getOrDefault(FactualityLevel.VERY_HIGH, 0);
        return new SplitCounts(
                sources.size(),
                sides,
                percents,
                count(BiasStep.class, known(sources, CountedSource::bias)),
                factualities,
                count(sources.stream().map(CountedSource::country)),
                count(sources.stream().map(CountedSource::language)),
                count(OwnerCategory.class, sources.stream().flatMap(source -> source.owners().stream())),
                (int) sources.stream()
                        .filter(source -> source.owners().isEmpty())
                        .count(),
                rule.smallerSide(rated, percents.left(), percents.right(), factual));
    }

    public int on(CoverageSide side) {
        return sides.getOrDefault(side, 0);
    }

    public int rated() {
        return total - on(CoverageSide.UNRATED);
    }

    public int factualityUnknown() {
        return total
                - factualities.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static <E> Stream<E> known(Collection<CountedSource> sources, Function<CountedSource, @Nullable E> value) {
        return sources.stream().map(value).filter(Objects::nonNull);
    }

    private static Map<String, Integer> count(Stream<String> values) {
        Map<String, Integer> counts = values.collect(Collectors.toMap(value -> value, _ -> 1, Integer::sum));
        var ordered = new LinkedHashMap<String, Integer>();
        counts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Integer>, Boolean>comparing(
                                entry -> entry.getKey().isEmpty())
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByValue().reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableMap(ordered);
    }

    /** In order of the scale; values without sources are left out. */
    private static <E extends Enum<E>> Map<E, Integer> count(Class<E> type, Stream<E> values) {
        var counts = new EnumMap<E, Integer>(type);
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }
}

package news.parallax.catalog.story;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.parallax.catalog.coverage.CountedSource;
import news.parallax.catalog.coverage.CoverageSide;
import news.parallax.catalog.coverage.GapRule;
import news.parallax.catalog.coverage.SplitCounts;
import news.parallax.catalog.source.ScaleMessages;
import news.parallax.catalog.source.SourceEntity;
import news.parallax.catalog.source.SourceMessages;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.BiasCount;
import news.parallax.catalog.v1.CountryCount;
import news.parallax.catalog.v1.Coverage;
import news.parallax.catalog.v1.CoverageGap;
import news.parallax.catalog.v1.CoverageSource;
import news.parallax.catalog.v1.Factuality;
import news.parallax.catalog.v1.FactualityCount;
import news.parallax.catalog.v1.LanguageCount;
import news.parallax.catalog.v1.OwnershipCategory;
import news.parallax.catalog.v1.OwnershipCount;
import news.parallax.catalog.v1.Split;
import org.jspecify.annotations.Nullable;

/** Coverage on the wire. */
final class CoverageMessages {
    private CoverageMessages() {}

    /** Returns both splits, without the list of sources. */
    static Coverage toProto(List<CountedSource> sources, @Nullable Instant asOfTime, GapRule rule) {
        List<CountedSource> independent =
                sources.stream().filter(CountedSource::independent).toList();
        var coverage = Coverage.newBuilder().setAll(split(sources, rule)).setIndependent(split(independent, rule));
        if (asOfTime != null) {
            coverage.setAsOfTime(TimeMessages.toProto(asOfTime));
        }
        return coverage.build();
    }

    /**
     * Returns the sources as they were counted, left to right, then unrated, by name.
     *
     * @param rows their rows now, by id
     * @param articleIds their articles in the story, by source
     */
    static List<CoverageSource> toProto(
            List<CountedSource> counted, Map<String, SourceEntity> rows, Map<String, List<String>> articleIds) {
        Comparator<CountedSource> leftToRight =
                Comparator.comparing(CountedSource::bias, Comparator.nullsLast(Comparator.naturalOrder()));
        return counted.stream()
                .sorted(leftToRight
                        .thenComparing(source -> row(rows, source).name)
                        .thenComparing(CountedSource::id))
                .map(source -> CoverageSource.newBuilder()
                        .setSource(SourceMessages.toProto(row(rows, source)).toBuilder()
                                .setBias(ScaleMessages.toProto(source.bias()))
                                .setFactuality(ScaleMessages.toProto(source.factuality()))
                                .setCountry(source.country())
                                .setLanguage(source.language()))
                        .addAllOwnershipCategories(source.owners().stream()
                                .map(ScaleMessages::toProto)
                                .toList())
                        .addAllArticleIds(articleIds.getOrDefault(source.id(), List.of()))
                        .setIndependent(source.independent())
                        .build())
                .toList();
    }

    private static SourceEntity row(Map<String, SourceEntity> rows, CountedSource source) {
        return Objects.requireNonNull(rows.get(source.id()), source.id());
    }

    private static Split split(List<CountedSource> sources, GapRule rule) {
        SplitCounts counts = SplitCounts.of(sources, rule);
        var split = Split.newBuilder()
                .setTotalSources(counts.total())
                .setRatedSources(counts.rated())
                .setLeft(counts.on(CoverageSide.LEFT))
                .setCenter(counts.on(CoverageSide.CENTER))
                .setRight(counts.on(CoverageSide.RIGHT))
                .setUnrated(counts.on(CoverageSide.UNRATED))
                .setLeftPercent(counts.percents().left())
                .setCenterPercent(counts.percents().center())
                .setRightPercent(counts.percents().right());
        counts.biases().forEach((step, count) -> split.addByBias(biasCount(ScaleMessages.toProto(step), count)));
        counts.factualities()
                .forEach((level, count) -> split.addByFactuality(factualityCount(ScaleMessages.toProto(level), count)));
        counts.owners()
                .forEach((category, count) ->
                        split.addByOwnership(ownershipCount(ScaleMessages.toProto(category), count)));
        if (counts.on(CoverageSide.UNRATED) > 0) {
            split.addByBias(biasCount(Bias.BIAS_UNSPECIFIED, counts.on(CoverageSide.UNRATED)));
        }
        if (counts.factualityUnknown() > 0) {
            split.addByFactuality(factualityCount(Factuality.FACTUALITY_UNSPECIFIED, counts.factualityUnknown()));
        }
        if (counts.ownersUnknown() > 0) {
            split.addByOwnership(
                    ownershipCount(OwnershipCategory.OWNERSHIP_CATEGORY_UNSPECIFIED, counts.ownersUnknown()));
        }
        counts.countries()
                .forEach((country, count) -> split.addByCountry(
                        CountryCount.newBuilder().setCountry(country).setSourceCount(count)));
        counts.languages()
                .forEach((language, count) -> split.addByLanguage(
                        LanguageCount.newBuilder().setLanguage(language).setSourceCount(count)));
        counts.gapSide().ifPresent(side -> split.setGap(gap(side, counts, rule)));
        return split.build();
    }

    private static CoverageGap gap(CoverageSide side, SplitCounts counts, GapRule rule) {
        int left = counts.percents().left();
        int right = counts.percents().right();
        return CoverageGap.newBuilder()
                .setSide(ScaleMessages.toProto(side))
                .setSidePercent(side == CoverageSide.LEFT ? left : right)
                .setOtherPercent(side == CoverageSide.LEFT ? right : left)
                .setRatedSourcesMin(rule.ratedSourcesMin())
                .setSidePercentMax(rule.sidePercentMax())
                .setDifferenceMin(rule.differenceMin())
                .setFactualSourcesMin(rule.factualSourcesMin())
                .build();
    }

    private static BiasCount biasCount(Bias bias, int sources) {
        return BiasCount.newBuilder().setBias(bias).setSourceCount(sources).build();
    }

    private static FactualityCount factualityCount(Factuality factuality, int sources) {
        return FactualityCount.newBuilder()
                .setFactuality(factuality)
                .setSourceCount(sources)
                .build();
    }

    private static OwnershipCount ownershipCount(OwnershipCategory category, int sources) {
        return OwnershipCount.newBuilder()
                .setCategory(category)
                .setSourceCount(sources)
                .build();
    }
}

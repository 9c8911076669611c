package news.parallax.catalog.story;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.change.StoryAspect;
import news.parallax.catalog.change.StoryOutbox;
import news.parallax.catalog.coverage.CountedSource;
import news.parallax.catalog.coverage.GapRule;
import news.parallax.catalog.coverage.SplitCounts;
import news.parallax.catalog.source.SourceEntity;
import news.parallax.catalog.source.SourceRepository;
import news.parallax.catalog.source.SourcesChanged;
import news.parallax.catalog.story.StoryRepository.Contribution;
import org.jboss.logging.Logger;

/**
 * Derives from articles and sources what a story's row says of them, and adds to the series of its coverage when the
 * sources or their ratings are others than before. To be called within a writer's turn. Depends on nothing but the
 * rows, so the order in which articles came does not matter.
 */
@Singleton
public class StoryRecount {
    private static final Logger LOG = Logger.getLogger(StoryRecount.class);
    private static final int BATCH = 1_000;

    private final StoryRepository stories;
    private final SourceRepository sources;
    private final StoryOutbox outbox;
    private final GapRule gapRule;
    private final Duration sourcesWeight;
    private final InstantSource clock;

    StoryRecount(
            StoryRepository stories,
            SourceRepository sources,
            StoryOutbox outbox,
            GapRule gapRule,
            CatalogConfig config,
            InstantSource clock) {
        this.stories = stories;
        this.sources = sources;
        this.outbox = outbox;
        this.gapRule = gapRule;
        this.sourcesWeight = config.top().sourcesWeight();
        this.clock = clock;
    }

    void onSourcesChanged(@Observes SourcesChanged change) {
        List<String> concerned = stories.storyIdsOfSources(change.sourceIds());
        concerned.stream().gather(Gatherers.windowFixed(BATCH)).forEach(this::recount);
        LOG.infof(
                "stories counted anew stories=%d sources=%d",
                concerned.size(), change.sourceIds().size());
    }

    /** Returns the settings and rules that go into the rows. */
    String rules() {
        return "%s, sources weight %s, one report for each owner and text, countries, languages"
                .formatted(gapRule, sourcesWeight);
    }

    /** Counts stories anew; changes of articles and sources made before are seen. */
    void recount(Collection<String> storyIds) {
        stories.flush();
        Map<String, Map<String, Contribution>> contributions = contributions(storyIds);
        Map<String, SourceEntity> concerned = sources.byIdsWithOwners(contributions.values().stream()
                .flatMap(parts -> parts.keySet().stream())
                .distinct()
                .toList());
        stories.byIds(storyIds)
                .forEach((id, story) ->
                        recount(story, contributions.getOrDefault(id, Map.of()).values(), concerned));
    }

    /** Returns what each source adds to each story, by story and source: with the articles that are there, and with those that were. */
    private Map<String, Map<String, Contribution>> contributions(Collection<String> storyIds) {
        return Stream.concat(stories.contributions(storyIds).stream(), stories.pastContributions(storyIds).stream())
                .collect(Collectors.groupingBy(
                        Contribution::storyId,
                        Collectors.toMap(Contribution::sourceId, part -> part, Contribution::and, TreeMap::new)));
    }

    private void recount(StoryEntity story, Collection<Contribution> parts, Map<String, SourceEntity> concerned) {
        List<CountedSource> counted = parts.stream()
                .map(part -> count(Objects.requireNonNull(concerned.get(part.sourceId())), part.independent()))
                .toList();
        story.articleCount = parts.stream().mapToInt(Contribution::articles).sum();
        story.sourceCount = counted.size();
        story.independentSourceCount =
                (int) counted.stream().filter(CountedSource::independent).count();
        story.publishTime = parts.stream()
                .map(Contribution::published)
                .min(Comparator.naturalOrder())
                .orElse(null);
        Instant updated = parts.stream()
                .map(Contribution::updated)
                .max(Comparator.naturalOrder())
                .orElse(null);
        story.updateTime = updated;
        boolean gap = SplitCounts.of(counted, gapRule).gapSide().isPresent();
        if (gap != story.gap || !story.coverageSources.equals(counted)) {
            outbox.note(story.id, StoryAspect.COVERAGE);
        }
        story.gap = gap;
        story.rank = updated == null ? 0 : TopRank.of(updated, story.independentSourceCount, sourcesWeight);
        if (!story.coverageSources.equals(counted)) {
            story.coverageSources = new ArrayList<>(counted);
            story.coverageTime = momentAfter(story);
            keep(story, story.coverageTime);
        }
    }

    private static CountedSource count(SourceEntity source, boolean independent) {
        var categories = source.owners.stream()
                .map(ownership -> ownership.owner().category)
                .filter(category -> category != null)
                .collect(Collectors.toCollection(TreeSet::new));
        return new CountedSource(
                source.id, source.bias, source.factuality, source.country, source.language, categories, independent);
    }

    /** Two changes never have the same moment, even if the clock was set back. */
    private Instant momentAfter(StoryEntity story) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant last = story.coverageTime;
        return last == null || now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
    }

    private void keep(StoryEntity story, Instant moment) {
        var coverage = new StoryCoverageEntity();
        coverage.storyId = story.id;
        coverage.asOfTime = moment;
        coverage.sources = new ArrayList<>(story.coverageSources);
        stories.add(coverage);
    }
}

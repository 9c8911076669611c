package news.parallax.gateway.briefing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.story.SearchText;
import news.parallax.gateway.story.StoryClient;
import news.parallax.gateway.story.StoryCriteria;
import news.parallax.gateway.story.StoryQuery;
import news.parallax.gateway.story.StorySearchClient;
import news.parallax.gateway.story.StoryView;

/**
 * Makes the briefing of a day. The same day is told alike later: outlets are counted as they were when it ended, and what
 * counts most then comes first. Only merges, better texts, and news that were stored late change it.
 */
@Singleton
public class Briefings {
    private static final int CALLS_AT_ONCE = 8;

    private final StorySearchClient searches;
    private final StoryClient stories;
    private final Visit visit;
    private final InstantSource clock;
    private final GatewayConfig.Briefing config;
    /** Of visitors: what readers muted is in none of theirs. */
    private final Cache<LocalDate, BriefingView> ended;

    Briefings(StorySearchClient searches, StoryClient stories, Visit visit, InstantSource clock, GatewayConfig config) {
        this.searches = searches;
        this.stories = stories;
        this.visit = visit;
        this.clock = clock;
        this.config = config.briefing();
        this.ended = Caffeine.newBuilder()
                .maximumSize(this.config.days())
                .expireAfterWrite(this.config.duration())
                .build();
    }

    /** Returns the briefing of a day that has begun. */
    public BriefingView of(LocalDate date) {
        BriefingView known = visit.reader().visitor() ? ended.getIfPresent(date) : null;
        if (known != null) {
            return known;
        }
        BriefingView briefing = make(date);
        if (briefing.complete() && visit.reader().visitor()) {
            ended.put(date, briefing);
        }
        return briefing;
    }

    /** The day that it is. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private BriefingView make(LocalDate date) {
        Instant begin = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = begin.plus(Duration.ofDays(1));
        boolean complete = !end.isAfter(clock.instant());
        Instant asOf = complete ? end : clock.instant();
        var day = StoryCriteria.ofSpan(begin, end, config.minSources());
        List<StoryView> gaps = top(day.withGap(), asOf, complete).stream()
                .filter(story -> story.split().gap() != null)
                .limit(config.gaps())
                .toList();
        List<StoryView> top =
                top(day, asOf, complete).stream().limit(config.stories()).toList();
        return new BriefingView(date, asOf, complete, top, gaps, Map.of());
    }

    private List<StoryView> top(StoryCriteria criteria, Instant asOf, boolean complete) {
        var query = new StoryQuery(config.candidates(), "", false, criteria);
        List<StoryView> found = searches.find(SearchText.NONE, query).stories();
        List<StoryView> then = complete ? asOf(found, asOf) : found;
        return then.stream()
                .sorted(Comparator.comparing(
                                (StoryView story) -> story.independent().sourceCount())
                        .reversed()
                        .thenComparing(StoryView::id))
                .toList();
    }

    /** What was not stored then is told as it is: an archive that was read later has its days too. */
    private List<StoryView> asOf(List<StoryView> found, Instant moment) {
        String readerId = visit.reader().id();
        return found.stream()
                .gather(Gatherers.mapConcurrent(
                        CALLS_AT_ONCE,
                        story -> stories.splitsAt(story.id(), moment, readerId)
                                .map(splits -> story.with(splits.all(), splits.independent()))
                                .orElse(story)))
                .toList();
    }
}

package news.parallax.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.cache.Answer.Life;
import news.parallax.gateway.metrics.GatewayMetrics;

/**
 * The answers that are kept, bounded by bytes. Not a singleton: filters are made before settings and channels are there, so
 * they need the proxy.
 */
@ApplicationScoped
class AnswerCache {
    /** While stories change all the time, a list is made anew no more often than this. */
    private static final Duration LIST_REST = Duration.ofMillis(500);

    /** How long after a change answers may still be made without all of it: the catalog indexes what changed a moment later. */
    private static final Duration INDEXING = Duration.ofSeconds(10);

    /** Longest life of an answer that may have been. */
    private static final Duration UNINDEXED_LIFE = Duration.ofSeconds(1);

    /** How long after its life an answer is given to those who come while a new one is made. */
    private static final Duration PAST_LIFE = Duration.ofSeconds(5);

    private final Cache<AnswerKey, Answer> answers;
    private final StoryChanges changes;
    private final ChangeWatch watch;
    private final GatewayConfig.Cache config;

    AnswerCache(StoryChanges changes, ChangeWatch watch, GatewayConfig config) {
        this.changes = changes;
        this.watch = watch;
        this.config = config.cache();
        this.answers = Caffeine.newBuilder()
                .maximumWeight(this.config.size().asLongValue())
                .weigher((AnswerKey key, Answer answer) -> answer.weight() + 2 * key.length())
                .expireAfterWrite(this.config.storyLife().plus(PAST_LIFE))
                .build();
        var bound = answers.policy().eviction();
        GatewayMetrics.gauge(
                "cache.bytes",
                "Size of the kept answers",
                () -> bound.map(eviction -> eviction.weightedSize().orElse(0)).orElse(0L));
        GatewayMetrics.gauge("cache.entries", "Kept answers", answers::estimatedSize);
    }

    /** Returns an answer that is as good as a new one. */
    Optional<Answer> find(AnswerKey key) {
        return Optional.ofNullable(answers.getIfPresent(key)).filter(answer -> holds(answer.life()));
    }

    /** Returns an answer that will do while a new one is made: past its life, yet of no one story that changed. */
    Optional<Answer> findPast(AnswerKey key) {
        return Optional.ofNullable(answers.getIfPresent(key)).filter(answer -> isPast(answer.life()));
    }

    void keep(AnswerKey key, Answer answer) {
        answers.put(key, answer);
    }

    /**
     * How long an answer may be kept that is made now.
     *
     * @param storyIds what it tells of
     * @param onlyStories whether of nothing else
     * @param inMinutes whether it is a page that counts minutes
     */
    Duration life(Set<String> storyIds, boolean onlyStories, boolean inMinutes) {
        boolean indexed = onlyStories ? changes.calmFor(INDEXING, storyIds) : changes.calmFor(INDEXING);
        Duration life = onlyStories ? config.storyLife() : config.listLife();
        life = indexed ? life : least(life, UNINDEXED_LIFE);
        return inMinutes ? least(life, config.pageLife()) : life;
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private boolean isPast(Life life) {
        return watch.hears()
                && age(life) <= life.nanos() + PAST_LIFE.toNanos()
                && !(life.onlyStories() && changed(life));
    }

    private boolean holds(Life life) {
        long age = age(life);
        if (age > life.nanos() || (!watch.hears() && age > config.outageLife().toNanos())) {
            return false;
        }
        boolean changedElsewhere = !life.onlyStories() && changes.place() > life.place();
        return !changed(life) && !(changedElsewhere && age > LIST_REST.toNanos());
    }

    private boolean changed(Life life) {
        return !changes.unchangedSince(life.place(), life.storyIds());
    }

    private static long age(Life life) {
        return System.nanoTime() - life.madeNanos();
    }
}

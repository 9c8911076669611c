package news.parallax.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.cache.Answer.Life;

/**
 * The answers that are kept, bounded by bytes. Not a singleton: filters are made before settings and channels are there, so
 * they need the proxy.
 */
@ApplicationScoped
class AnswerCache {
    /** While stories change all the time, a list is made anew no more often than this. */
    private static final Duration LIST_REST = Duration.ofMillis(500);

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
     * How long an answer may be kept.
     *
     * @param inMinutes whether it is a page that counts minutes
     */
    Duration life(boolean onlyStories, boolean inMinutes) {
        Duration life = onlyStories ? config.storyLife() : config.listLife();
        return inMinutes && life.compareTo(config.pageLife()) > 0 ? config.pageLife() : life;
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

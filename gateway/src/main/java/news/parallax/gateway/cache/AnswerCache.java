package news.parallax.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.cache.Answer.Life;

/**
 * The answers that are kept, bounded by bytes; none that is known or feared to be outdated is given again. Not a singleton:
 * filters are made before settings and channels are there, so they need the proxy.
 */
@ApplicationScoped
class AnswerCache {
    /** While stories change all the time, a list is made anew no more often than this. */
    private static final Duration LIST_REST = Duration.ofMillis(500);

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
                .expireAfterWrite(this.config.storyLife())
                .build();
    }

    Optional<Answer> find(AnswerKey key) {
        Answer answer = answers.getIfPresent(key);
        if (answer == null) {
            return Optional.empty();
        }
        if (!holds(answer.life())) {
            answers.asMap().remove(key, answer);
            return Optional.empty();
        }
        return Optional.of(answer);
    }

    void keep(AnswerKey key, Answer answer) {
        answers.put(key, answer);
    }

    /** How long an answer may be kept. */
    Duration life(boolean onlyStories, boolean page) {
        Duration life = onlyStories ? config.storyLife() : config.listLife();
        return page && life.compareTo(config.pageLife()) > 0 ? config.pageLife() : life;
    }

    private boolean holds(Life life) {
        long age = System.nanoTime() - life.madeNanos();
        if (age > life.nanos() || (!watch.hears() && age > config.outageLife().toNanos())) {
            return false;
        }
        boolean changedElsewhere = !life.onlyStories() && changes.place() > life.place();
        return changes.unchangedSince(life.place(), life.storyIds())
                && !(changedElsewhere && age > LIST_REST.toNanos());
    }
}

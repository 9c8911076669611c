package news.parallax.catalog.story;

import io.grpc.ServerCall;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import news.parallax.catalog.article.ArticleEntity;
import news.parallax.catalog.article.ArticleRepository;
import news.parallax.catalog.article.ArticleTextEntity;
import news.parallax.catalog.call.CurrentCall;

/**
 * Reads the articles that arrived last, a chunk at a time, each in a transaction of its own. What arrives while the
 * stream is being read comes at its end.
 */
@Singleton
public class WindowReplay {
    private static final int DEFAULT = 100_000;
    private static final int MAX = 1_000_000;
    private static final int CHUNK = 200;

    private final ArticleRepository articles;
    private final StoryRepository stories;
    private final MembershipRepository memberships;
    private final ExecutorService threads;

    WindowReplay(
            ArticleRepository articles,
            StoryRepository stories,
            MembershipRepository memberships,
            @VirtualThreads ExecutorService threads) {
        this.threads = threads;
        this.articles = articles;
        this.stories = stories;
        this.memberships = memberships;
    }

    /** Makes an article's message; it is fresh if the clusterer has not looked at it with all others yet. */
    interface Form<T> {
        T of(ArticleEntity article, Optional<ArticleTextEntity> text, MembershipEntity membership, boolean fresh);
    }

    /**
     * Streams articles in order of arrival.
     *
     * @param limit at most so many of those that are there now; 0 means 100,000, above 1,000,000 is cut
     */
    <T> Multi<T> last(int limit, Form<T> form) {
        ServerCall<?, ?> call = CurrentCall.get();
        int wanted = limit == 0 ? DEFAULT : Math.min(limit, MAX);
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicLong(-1),
                        last -> Uni.createFrom()
                                .item(() -> nextWhenReady(last, wanted, form, call))
                                .runSubscriptionOn(threads))
                .until(List::isEmpty)
                .onItem()
                .disjoint();
    }

    private <T> List<T> nextWhenReady(AtomicLong last, int wanted, Form<T> form, ServerCall<?, ?> call) {
        CurrentCall.awaitReady(call);
        if (call.isCancelled()) {
            return List.of();
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            List<ArticleEntity> chunk = next(last, wanted);
            long lookedAt = memberships.consolidation().lastArrival;
            Map<String, MembershipEntity> places = stories.memberships(
                    chunk.stream().map(article -> article.id).toList());
            Map<String, ArticleTextEntity> texts = articles.texts(chunk);
            return chunk.stream()
                    .map(article -> form.of(
                            article,
                            Optional.ofNullable(texts.get(article.id)),
                            Objects.requireNonNull(places.get(article.id)),
                            article.arrival > lookedAt))
                    .toList();
        });
    }

    private List<ArticleEntity> next(AtomicLong last, int wanted) {
        long after = last.get() < 0 ? articles.arrivalBeforeLast(wanted) : last.get();
        List<ArticleEntity> chunk = articles.arrivedAfter(after, CHUNK);
        last.set(chunk.isEmpty() ? after : chunk.getLast().arrival);
        return chunk;
    }
}

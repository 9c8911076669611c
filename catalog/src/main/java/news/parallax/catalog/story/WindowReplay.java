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
import java.util.concurrent.atomic.AtomicReference;
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
    private static final int PLACES_CHUNK = 1_000;

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

    /**
     * Which articles are wanted.
     *
     * @param limit at most so many: the last that there are now or, after an arrival, the first; 0 means 100,000, above
     *     1,000,000 is cut
     * @param afterArrival only those that arrived after it; 0 means all
     * @param placesOnly whether their texts are not wanted
     */
    record Wish(int limit, long afterArrival, boolean placesOnly) {
        Wish {
            limit = limit == 0 ? DEFAULT : Math.min(limit, MAX);
        }
    }

    /** How far a stream has come. */
    private static final class Progress {
        private long last;
        private long left;

        Progress(long after, long left) {
            this.last = after;
            this.left = left;
        }
    }

    /** Makes an article's message; it is fresh if the clusterer has not looked at it with all others yet. */
    interface Form<T> {
        T of(ArticleEntity article, Optional<ArticleTextEntity> text, MembershipEntity membership, boolean fresh);
    }

    /** Streams articles in order of arrival. */
    <T> Multi<T> stream(Wish wish, Form<T> form) {
        ServerCall<?, ?> call = CurrentCall.get();
        var progress = new AtomicReference<Progress>();
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> nextWhenReady(progress, wish, form, call))
                        .runSubscriptionOn(threads))
                .until(List::isEmpty)
                .onItem()
                .disjoint();
    }

    private <T> List<T> nextWhenReady(
            AtomicReference<Progress> progress, Wish wish, Form<T> form, ServerCall<?, ?> call) {
        CurrentCall.awaitReady(call);
        if (call.isCancelled()) {
            return List.of();
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            List<ArticleEntity> chunk = next(progress, wish);
            long lookedAt = memberships.consolidation().lastArrival;
            Map<String, MembershipEntity> places = stories.memberships(
                    chunk.stream().map(article -> article.id).toList());
            Map<String, ArticleTextEntity> texts = wish.placesOnly() ? Map.of() : articles.texts(chunk);
            return chunk.stream()
                    .map(article -> form.of(
                            article,
                            Optional.ofNullable(texts.get(article.id)),
                            Objects.requireNonNull(places.get(article.id)),
                            article.arrival > lookedAt))
                    .toList();
        });
    }

    private List<ArticleEntity> next(AtomicReference<Progress> started, Wish wish) {
        Progress progress = started.get();
        if (progress == null) {
            progress = wish.afterArrival() > 0
                    ? new Progress(wish.afterArrival(), wish.limit())
                    : new Progress(articles.arrivalBeforeLast(wish.limit()), Long.MAX_VALUE);
            started.set(progress);
        }
        int size = (int) Math.min(wish.placesOnly() ? PLACES_CHUNK : CHUNK, progress.left);
        if (size == 0) {
            return List.of();
        }
        List<ArticleEntity> chunk = articles.arrivedAfter(progress.last, size);
        progress.left -= chunk.size();
        progress.last = chunk.isEmpty() ? progress.last : chunk.getLast().arrival;
        return chunk;
    }
}

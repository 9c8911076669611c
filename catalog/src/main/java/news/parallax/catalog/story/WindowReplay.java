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
     */
    record Wish(int limit, long afterArrival) {
        Wish {
            limit = limit == 0 ? DEFAULT : Math.min(limit, MAX);
        }
    }

    /** What is told of an article of the window. */
    private interface Told {
        long arrival();
    }

    /**
     * An article of the window, whole.
     *
     * @param text text and vector, if they are still kept
     * @param fresh whether the clusterer has not looked at it with all others yet
     */
    record Replayed(ArticleEntity article, Optional<ArticleTextEntity> text, MembershipEntity membership, boolean fresh)
            implements Told {
        @Override
        public long arrival() {
            return article.arrival;
        }
    }

    /**
     * Where an article of the window is.
     *
     * @param fresh whether the clusterer has not looked at it with all others yet
     */
    record Placed(MembershipRepository.Place place, boolean fresh) implements Told {
        @Override
        public long arrival() {
            return place.arrival();
        }
    }

    /** Reads what is told of the articles that arrived after one, in order of arrival. */
    private interface Reader<T> {
        List<T> read(long afterArrival, int limit, long lookedAt);
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

    /** Streams articles in order of arrival. */
    Multi<Replayed> articles(Wish wish) {
        return stream(wish, CHUNK, this::replayed);
    }

    /** Streams where articles are, in order of arrival. */
    Multi<Placed> places(Wish wish) {
        return stream(wish, PLACES_CHUNK, this::placed);
    }

    private <T extends Told> Multi<T> stream(Wish wish, int chunk, Reader<T> reader) {
        ServerCall<?, ?> call = CurrentCall.get();
        var progress = new AtomicReference<Progress>();
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> nextWhenReady(progress, wish, chunk, reader, call))
                        .runSubscriptionOn(threads))
                .until(List::isEmpty)
                .onItem()
                .disjoint();
    }

    private <T extends Told> List<T> nextWhenReady(
            AtomicReference<Progress> progress, Wish wish, int chunk, Reader<T> reader, ServerCall<?, ?> call) {
        CurrentCall.awaitReady(call);
        if (call.isCancelled()) {
            return List.of();
        }
        return QuarkusTransaction.requiringNew().call(() -> next(progress, wish, chunk, reader));
    }

    private <T extends Told> List<T> next(AtomicReference<Progress> started, Wish wish, int chunk, Reader<T> reader) {
        Progress progress = started.get();
        if (progress == null) {
            progress = wish.afterArrival() > 0
                    ? new Progress(wish.afterArrival(), wish.limit())
                    : new Progress(articles.arrivalBeforeLast(wish.limit()), Long.MAX_VALUE);
            started.set(progress);
        }
        int size = (int) Math.min(chunk, progress.left);
        if (size == 0) {
            return List.of();
        }
        List<T> told = reader.read(progress.last, size, memberships.consolidation().lastArrival);
        progress.left -= told.size();
        progress.last = told.isEmpty() ? progress.last : told.getLast().arrival();
        return told;
    }

    private List<Replayed> replayed(long afterArrival, int limit, long lookedAt) {
        List<ArticleEntity> chunk = articles.arrivedAfter(afterArrival, limit);
        Map<String, MembershipEntity> places =
                stories.memberships(chunk.stream().map(article -> article.id).toList());
        Map<String, ArticleTextEntity> texts = articles.texts(chunk);
        return chunk.stream()
                .map(article -> new Replayed(
                        article,
                        Optional.ofNullable(texts.get(article.id)),
                        Objects.requireNonNull(places.get(article.id)),
                        article.arrival > lookedAt))
                .toList();
    }

    private List<Placed> placed(long afterArrival, int limit, long lookedAt) {
        return memberships.arrivedAfter(afterArrival, limit).stream()
                .map(place -> new Placed(place, place.arrival() > lookedAt))
                .toList();
    }
}

package news.parallax.catalog.story;

import io.grpc.ServerCall;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import news.parallax.catalog.article.ArticleEntity;
import news.parallax.catalog.article.ArticleRepository;
import news.parallax.catalog.v1.ReplayWindowResponse;

/** Reads the articles that arrived last, a chunk at a time, each in a transaction of its own. */
@Singleton
public class WindowReplay {
    private static final int DEFAULT = 100_000;
    private static final int MAX = 1_000_000;
    private static final int CHUNK = 200;

    private final ArticleRepository articles;
    private final StoryRepository stories;

    WindowReplay(ArticleRepository articles, StoryRepository stories) {
        this.articles = articles;
        this.stories = stories;
    }

    Multi<ReplayWindowResponse> last(int limit) {
        ServerCall<?, ?> call = ReplayPace.currentCall();
        int wanted = limit == 0 ? DEFAULT : Math.min(limit, MAX);
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicLong(-1),
                        last -> Uni.createFrom()
                                .item(() -> nextWhenReady(last, wanted, call))
                                .runSubscriptionOn(Infrastructure.getDefaultExecutor()))
                .until(List::isEmpty)
                .onItem()
                .<ReplayWindowResponse>disjoint();
    }

    private List<ReplayWindowResponse> nextWhenReady(AtomicLong last, int wanted, ServerCall<?, ?> call) {
        ReplayPace.awaitReady(call);
        return call.isCancelled() ? List.of() : next(last, wanted);
    }

    private List<ReplayWindowResponse> next(AtomicLong last, int wanted) {
        return QuarkusTransaction.requiringNew().call(() -> {
            long after = last.get() < 0 ? articles.arrivalBeforeLast(wanted) : last.get();
            List<ArticleEntity> chunk = articles.arrivedAfter(after, CHUNK);
            last.set(chunk.isEmpty() ? after : chunk.getLast().arrival);
            Map<String, MembershipEntity> memberships = stories.memberships(
                    chunk.stream().map(article -> article.id).toList());
            return chunk.stream()
                    .map(article -> ReplayWindowResponse.newBuilder()
                            .setRecord(StoryMessages.toRecord(
                                    article, Objects.requireNonNull(memberships.get(article.id))))
                            .build())
                    .toList();
        });
    }
}

package news.parallax.clusterer.catalog;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.Channel;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Gatherers;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.RecordArticlesResponse;
import news.parallax.catalog.v1.ReplayWindowRequest;
import news.parallax.catalog.v1.ReplayWindowResponse;
import news.parallax.catalog.v1.StoryServiceGrpc;
import news.parallax.catalog.v1.StoryServiceGrpc.StoryServiceBlockingStub;
import news.parallax.clusterer.ClustererConfig;
import news.parallax.clusterer.catalog.RecordOutcome.Recorded;
import news.parallax.clusterer.catalog.RecordOutcome.Refused;
import news.parallax.clusterer.catalog.StoryMessages.Place;
import news.parallax.clusterer.catalog.StoryMessages.Placed;
import news.parallax.clusterer.catalog.StoryMessages.Replayed;
import news.parallax.clusterer.digest.Digest;
import news.parallax.clusterer.digest.model.DigestModelConfig;
import news.parallax.clusterer.digest.model.ModelDigest;
import news.parallax.clusterer.story.Reconsidered;
import news.parallax.clusterer.text.Embedder;

/** Tells the catalog what was decided, and reads the window back. Blocks; safe for many threads. */
@Singleton
public final class StoryClient {

    /** Articles read back at a time. */
    private static final int REPLAY_CHUNK = 256;

    /** The catalog's limit. */
    private static final int MEMBERSHIPS_AT_A_TIME = 500;

    private final Channel channel;
    private final StoryServiceBlockingStub stories;
    private final ClustererConfig config;
    private final int modelFingerprint;

    private final LeaseHeader lease = new LeaseHeader();

    /** With a language model at work, what it wrote is worth keeping. */
    private final boolean yieldsToModel;

    StoryClient(@GrpcClient("catalog") Channel channel, ClustererConfig config, Embedder embedder) {
        this.channel = channel;
        this.stories = StoryServiceGrpc.newBlockingStub(channel).withInterceptors(lease);
        this.config = config;
        this.modelFingerprint = embedder.modelFingerprint();
        this.yieldsToModel = config.digest().model().api() != DigestModelConfig.Api.NONE;
    }

    /** From now on has the catalog take what is written only as long as the lease has this token. */
    public void writeUnder(long leaseToken) {
        lease.set(leaseToken);
    }

    /**
     * Stores articles and what their stories say in one transaction. Tries again while the catalog is away.
     *
     * @throws CatalogFailure if it stays away or fails otherwise
     */
    public RecordOutcome record(List<Placed> articles, List<Digest> digests) {
        RecordArticlesRequest request = StoryMessages.toRequest(articles, digests, modelFingerprint, yieldsToModel);
        try {
            return recorded(patiently(calls -> calls.recordArticles(request)));
        } catch (StatusRuntimeException e) {
            return refusal(e).orElseThrow(() -> CatalogFailure.of(e));
        }
    }

    /**
     * Stores what a story says now. Tries again while the catalog is away.
     *
     * @throws CatalogFailure if it stays away or refuses
     */
    public void update(Digest digest) {
        try {
            patiently(calls -> calls.updateStory(StoryMessages.toRequest(digest, yieldsToModel)));
        } catch (StatusRuntimeException e) {
            throw CatalogFailure.of(e);
        }
    }

    /**
     * Stores what a language model says of a story, in place of the points that it has. Tries again while the catalog is away.
     *
     * @throws CatalogFailure if it stays away or refuses
     */
    public void update(ModelDigest digest) {
        try {
            patiently(calls -> calls.updateStory(StoryMessages.toRequest(digest)));
        } catch (StatusRuntimeException e) {
            throw CatalogFailure.of(e);
        }
    }

    /**
     * Stores why articles are in their stories, and whose copies they are. What has come into another story meanwhile is
     * left alone. Tries again while the catalog is away.
     *
     * @throws CatalogFailure if it stays away or refuses
     */
    public void explain(List<Reconsidered> articles) {
        try {
            articles.stream()
                    .gather(Gatherers.windowFixed(MEMBERSHIPS_AT_A_TIME))
                    .forEach(some -> patiently(calls -> calls.updateMemberships(MembershipMessages.toRequest(some))));
        } catch (StatusRuntimeException e) {
            throw CatalogFailure.of(e);
        }
    }

    /** Makes a call that may be repeated, again and again while the catalog is away. */
    <T> T patiently(Function<StoryServiceBlockingStub, T> call) {
        Duration wait = config.catalog().retryWait();
        for (int attempt = 1; ; attempt++) {
            try {
                return call.apply(
                        stories.withDeadlineAfter(config.catalog().deadline().toMillis(), TimeUnit.MILLISECONDS));
            } catch (StatusRuntimeException e) {
                if (e.getStatus().getCode() != Status.Code.UNAVAILABLE
                        || attempt >= config.catalog().attempts()) {
                    throw e;
                }
                Log.warnf("catalog away attempt=%d reason=%s", attempt, e.getMessage());
                sleep(wait);
                reconnect();
                wait = wait.multipliedBy(2);
            }
        }
    }

    /**
     * Reads articles of the window in order of arrival, some at a time.
     *
     * @param afterArrival only those that arrived after it; 0 means all
     * @param limit at most so many
     * @param reader returns whether it wants more
     * @throws CatalogFailure if the catalog is away or goes away meanwhile
     */
    public void replayWindow(long afterArrival, int limit, Predicate<List<Replayed>> reader) {
        replay(
                ReplayWindowRequest.newBuilder().setAfterArrival(afterArrival).setArticleLimit(limit),
                message -> StoryMessages.toReplayed(message, modelFingerprint),
                reader);
    }

    /**
     * Reads where articles of the window are, in order of arrival, some at a time.
     *
     * @throws CatalogFailure if the catalog is away or goes away meanwhile
     */
    public void replayPlaces(Consumer<List<Place>> reader) {
        replay(
                ReplayWindowRequest.newBuilder()
                        .setArticleLimit(config.grouping().windowArticles())
                        .setPlacesOnly(true),
                StoryMessages::toPlace,
                places -> {
                    reader.accept(places);
                    return true;
                });
    }

    private <T> void replay(
            ReplayWindowRequest.Builder request, Function<ReplayWindowResponse, T> form, Predicate<List<T>> reader) {
        reconnect();
        try (CancellableContext call = Context.current().withCancellation()) {
            call.run(() -> {
                Iterator<ReplayWindowResponse> articles = stories.withDeadlineAfter(
                                config.catalog().replayDeadline().toMillis(), TimeUnit.MILLISECONDS)
                        .replayWindow(request.build());
                boolean wanted = true;
                while (wanted && articles.hasNext()) {
                    wanted = reader.test(nextChunk(articles, form));
                }
            });
        } catch (StatusRuntimeException e) {
            throw CatalogFailure.of(e);
        }
    }

    /** Has gRPC try to connect now: left alone it waits up to two minutes, and calls fail meanwhile. */
    private void reconnect() {
        if (channel instanceof ManagedChannel managed) {
            managed.resetConnectBackoff();
        }
    }

    private static <T> List<T> nextChunk(
            Iterator<ReplayWindowResponse> articles, Function<ReplayWindowResponse, T> form) {
        List<T> chunk = new ArrayList<>(REPLAY_CHUNK);
        while (chunk.size() < REPLAY_CHUNK && articles.hasNext()) {
            chunk.add(form.apply(articles.next()));
        }
        return chunk;
    }

    private static RecordOutcome recorded(RecordArticlesResponse response) {
        return new Recorded(response.getReceiptsList().stream()
                .map(StoryMessages::toReceipt)
                .toList());
    }

    /** The refusal of one article, which the catalog names in the metadata of its ErrorInfo. */
    private static Optional<RecordOutcome> refusal(StatusRuntimeException e) {
        if (e.getStatus().getCode() != Status.Code.INVALID_ARGUMENT) {
            return Optional.empty();
        }
        return errorInfo(e)
                .filter(info -> info.containsMetadata("article_id"))
                .<RecordOutcome>map(info -> new Refused(
                        info.getMetadataOrThrow("article_id"),
                        info.getReason(),
                        Optional.ofNullable(e.getStatus().getDescription()).orElse("The catalog refuses it.")));
    }

    static Optional<ErrorInfo> errorInfo(StatusRuntimeException e) {
        return Optional.ofNullable(StatusProto.fromThrowable(e)).stream()
                .flatMap(status -> status.getDetailsList().stream())
                .flatMap(detail -> errorInfo(detail).stream())
                .findFirst();
    }

    private static Optional<ErrorInfo> errorInfo(Any detail) {
        try {
            return detail.is(ErrorInfo.class) ? Optional.of(detail.unpack(ErrorInfo.class)) : Optional.empty();
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    private static void sleep(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CatalogFailure("interrupted while waiting for the catalog", true, e);
        }
    }
}

package news.parallax.clusterer.election;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import news.parallax.clusterer.ClustererConfig;
import news.parallax.clusterer.Outcome;
import news.parallax.clusterer.text.Embedder;
import news.parallax.clusterer.tls.ServiceTls;
import news.parallax.clusterer.v1.AssignArticlesRequest;
import news.parallax.clusterer.v1.AssignArticlesResponse;
import news.parallax.clusterer.v1.ClustererServiceGrpc;
import org.jspecify.annotations.Nullable;

/** Hands analyzed articles to the copy that assigns. Safe for many threads. */
@Singleton
final class AssignerClient {

    private static final int LOOK_AROUND_MILLIS = 100;

    private final int modelFingerprint;
    private final ClustererConfig config;
    private final ServiceTls tls;
    private @Nullable Connection connection;

    AssignerClient(Embedder embedder, ClustererConfig config, ServiceTls tls) {
        this.modelFingerprint = embedder.modelFingerprint();
        this.config = config;
        this.tls = tls;
    }

    private record Connection(String address, ManagedChannel channel) {}

    /**
     * Has articles filed.
     *
     * @param stillThere whether the copy at the address is the one that assigns: when it is not, its answer is not waited for
     * @return one outcome for each article, in order; nothing if they have to be filed again
     */
    Optional<List<Outcome>> file(String address, Consignment articles, BooleanSupplier stillThere) {
        List<Outcome> outcomes = new ArrayList<>();
        for (AssignArticlesRequest request : AssignMessages.toRequests(
                articles, modelFingerprint, config.ingest().messageLimit().asLongValue())) {
            Optional<AssignArticlesResponse> response = call(address, request, stillThere);
            if (response.isEmpty()) {
                return Optional.empty();
            }
            outcomes.addAll(AssignMessages.toOutcomes(response.get()));
        }
        return Optional.of(outcomes);
    }

    private Optional<AssignArticlesResponse> call(
            String address, AssignArticlesRequest request, BooleanSupplier stillThere) {
        ListenableFuture<AssignArticlesResponse> answer = ClustererServiceGrpc.newFutureStub(channel(address))
                .withDeadlineAfter(config.lease().patience().toMillis(), TimeUnit.MILLISECONDS)
                .assignArticles(request);
        try {
            while (true) {
                try {
                    return Optional.of(answer.get(LOOK_AROUND_MILLIS, TimeUnit.MILLISECONDS));
                } catch (TimeoutException e) {
                    if (!stillThere.getAsBoolean()) {
                        answer.cancel(true);
                        return Optional.empty();
                    }
                }
            }
        } catch (ExecutionException e) {
            Log.infof(
                    "articles not assigned address=%s reason=%s",
                    address, Status.fromThrowable(e).getCode());
            return Optional.empty();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new AssignerFailure("interrupted while another copy assigns", e);
        }
    }

    private synchronized ManagedChannel channel(String address) {
        Connection known = connection;
        if (known == null || !known.address().equals(address)) {
            close();
            known = new Connection(address, tls.channelToPeer(address).build());
            connection = known;
        }
        known.channel().resetConnectBackoff();
        return known.channel();
    }

    /** Calls under way are waited for by their callers only as long as the copy at that address assigns. */
    @PreDestroy
    synchronized void close() {
        if (connection != null) {
            connection.channel().shutdown();
            connection = null;
        }
    }
}

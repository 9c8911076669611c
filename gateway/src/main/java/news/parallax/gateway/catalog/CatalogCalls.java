package news.parallax.gateway.catalog;

import io.grpc.Channel;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractStub;
import io.quarkus.arc.Arc;
import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import news.parallax.gateway.GatewayConfig;

/**
 * Makes every call to the catalog: one deadline for all tries together, and another try only when the catalog cannot be
 * reached and the call may be repeated.
 */
@Singleton
public class CatalogCalls {
    private final ManagedChannel channel;
    private final Duration deadline;
    private final int attempts;
    private final Duration retryPause;
    private final StalledAnswers stalledAnswers;
    private final Ingredients ingredients;
    private final Crowd crowd;

    CatalogCalls(@GrpcClient("catalog") Channel channel, GatewayConfig config, Ingredients ingredients, Crowd crowd) {
        this.crowd = crowd;
        this.channel = (ManagedChannel) channel; // stubs hide it behind their interceptors
        deadline = config.catalog().deadline();
        attempts = Math.clamp(config.catalog().attempts(), 1, 10);
        retryPause = config.catalog().retryPause();
        stalledAnswers = new StalledAnswers(config.catalog().secondCopyAfter());
        this.ingredients = ingredients;
    }

    /** Returns the answer; StatusRuntimeException when there is none. */
    public <S extends AbstractStub<S>, T> T read(S stub, Function<S, T> call) {
        if (inRequest()) {
            ingredients.addOther();
        }
        return answer(stub, call);
    }

    /**
     * Returns an answer that is about certain stories alone: it stays as it is until one of them changes.
     *
     * @param storyIds tells of an answer which stories, under every id they were asked for and found by
     */
    public <S extends AbstractStub<S>, T> T readOf(
            Function<T, ? extends Collection<String>> storyIds, S stub, Function<S, T> call) {
        T answer = answer(stub, call);
        if (inRequest()) {
            ingredients.addStories(storyIds.apply(answer));
        }
        return answer;
    }

    /** Has the channel try at once to reach a catalog that was away: left alone it may wait for two minutes. */
    public void reconnect() {
        channel.resetConnectBackoff();
    }

    private static boolean inRequest() {
        return Arc.container().requestContext().isActive();
    }

    <S extends AbstractStub<S>, T> T answer(S stub, Function<S, T> call) {
        return crowd.admit(() -> repeatedly(stub, call));
    }

    private <S extends AbstractStub<S>, T> T repeatedly(S stub, Function<S, T> call) {
        S timed = UnaskedCopies.remembering(stub.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS));
        for (int attempt = 1; ; attempt++) {
            try {
                requireCopy();
                boolean another = attempt == 1 && attempts > 1; // which gets all the time that is left
                return call.apply(another ? timed.withInterceptors(stalledAnswers) : timed);
            } catch (StatusRuntimeException e) {
                if (attempt >= attempts || e.getStatus().getCode() != Status.Code.UNAVAILABLE || Crowd.isBusy(e)) {
                    throw e;
                }
                reconnect();
                pause(attempt, e);
            }
        }
    }

    /** Where no copy can be reached there is no other to ask after a while, as gRPC would for as long as the deadline lets it. */
    private void requireCopy() {
        if (channel.getState(true) == ConnectivityState.TRANSIENT_FAILURE) {
            throw Status.UNAVAILABLE
                    .withDescription("no copy of the catalog can be reached")
                    .asRuntimeException();
        }
    }

    /** Returns the answer of a call that must not be repeated; StatusRuntimeException when there is none. */
    public <S extends AbstractStub<S>, T> T once(S stub, Function<S, T> call) {
        return crowd.admit(() -> call.apply(stub.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS)));
    }

    /** Returns a stream of answers, which may take twenty times as long as one; StatusRuntimeException while it is read. */
    public <S extends AbstractStub<S>, T> Iterator<T> stream(S stub, Function<S, Iterator<T>> call) {
        return call.apply(stub.withDeadlineAfter(20 * deadline.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Returns the answer; empty when the catalog has not got what was asked for. */
    public <S extends AbstractStub<S>, T> Optional<T> find(S stub, Function<S, T> call) {
        try {
            return Optional.of(read(stub, call));
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void pause(int attempt, StatusRuntimeException cause) {
        try {
            Thread.sleep(retryPause.multipliedBy(1L << (attempt - 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }
}

package news.parallax.gateway.catalog;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractStub;
import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import news.parallax.gateway.GatewayConfig;

/**
 * Makes every call to the catalog: one deadline for all tries together, and another try only when the catalog cannot be
 * reached. Only for calls that may be repeated.
 */
@Singleton
public class CatalogCalls {
    private final ManagedChannel channel;
    private final Duration deadline;
    private final int attempts;
    private final Duration retryPause;

    CatalogCalls(@GrpcClient("catalog") Channel channel, GatewayConfig config) {
        this.channel = (ManagedChannel) channel; // stubs hide it behind their interceptors
        deadline = config.catalog().deadline();
        attempts = Math.clamp(config.catalog().attempts(), 1, 10);
        retryPause = config.catalog().retryPause();
    }

    /** Returns the answer; StatusRuntimeException when there is none. */
    public <S extends AbstractStub<S>, T> T read(S stub, Function<S, T> call) {
        S timed = stub.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
        for (int attempt = 1; ; attempt++) {
            try {
                return call.apply(timed);
            } catch (StatusRuntimeException e) {
                if (attempt >= attempts || e.getStatus().getCode() != Status.Code.UNAVAILABLE) {
                    throw e;
                }
                // left alone the channel waits up to two minutes to try again after a longer outage
                channel.resetConnectBackoff();
                pause(attempt, e);
            }
        }
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

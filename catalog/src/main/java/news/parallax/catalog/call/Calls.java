package news.parallax.catalog.call;

import io.grpc.ServerCall;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * Answers calls on virtual threads. Not by {@code @RunOnVirtualThread}: in Quarkus 3.33.2 that defers the start of a
 * call, which then races with the arrival of its message, and now and then (we saw one in 3,600 under load) a call is
 * never answered (Quarkus issue 48940).
 */
@Singleton
public class Calls {
    private final ExecutorService threads;

    Calls(@VirtualThreads ExecutorService threads) {
        this.threads = threads;
    }

    /** Answers with what the work returns, or with what it throws. */
    public <T> Uni<T> run(Supplier<T> work) {
        ServerCall<?, ?> call = CurrentCall.get();
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(threads)
                .onItemOrFailure()
                .transformToUni((answer, error) -> {
                    // an answer to a caller who has gone would be written to a closed stream, and end the connection
                    // for the others
                    if (call.isCancelled()) {
                        return Uni.createFrom().nothing();
                    }
                    return error == null
                            ? Uni.createFrom().item(answer)
                            : Uni.createFrom().failure(error);
                });
    }

    /** Does the same in a transaction. */
    public <T> Uni<T> runInTransaction(Supplier<T> work) {
        return run(() -> QuarkusTransaction.requiringNew().call(work::get));
    }
}

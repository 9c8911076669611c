package news.parallax.catalog.call;

import io.grpc.ServerCall;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Answers calls on virtual threads. Not by {@code @RunOnVirtualThread}: in Quarkus 3.33.2 that defers the start of a
 * call, which then races with the arrival of its message, and now and then (we saw one in 3,600 under load) a call is
 * never answered (Quarkus issue 48940).
 */
@Singleton
public class Calls {
    private final ExecutorService threads;
    private final Admission admission;

    Calls(@VirtualThreads ExecutorService threads, Admission admission) {
        this.threads = threads;
        this.admission = admission;
    }

    /** Answers with what the work returns, or with what it throws. */
    public <T> Uni<T> run(Supplier<T> work) {
        Supplier<T> claimed = LeaseClaim.carriedTo(work);
        return Uni.createFrom().item(() -> admission.admit(claimed)).runSubscriptionOn(threads);
    }

    /** Does the same in a transaction, however many calls are at work: for short ones on which others depend. */
    public <T> Uni<T> runAheadInTransaction(Supplier<T> work) {
        return Uni.createFrom()
                .item(() -> QuarkusTransaction.requiringNew().call(work::get))
                .runSubscriptionOn(threads);
    }

    /** Answers a stream, when all of it is there, with what the work makes of it. */
    public <A, T> Uni<T> runAfter(Uni<A> all, Function<A, T> work) {
        return all.emitOn(threads).map(sent -> admission.admit(() -> work.apply(sent)));
    }

    /** Streams what the work returns, as fast as the caller takes it. */
    public <T> Multi<T> stream(Supplier<List<T>> work) {
        ServerCall<?, ?> call = CurrentCall.get();
        return run(work)
                .map(List::iterator)
                .onItem()
                .transformToMulti(items -> Multi.createBy()
                        .repeating()
                        .uni(() -> Uni.createFrom()
                                .item(() -> nextWhenReady(items, call))
                                .runSubscriptionOn(threads))
                        .until(Optional::isEmpty)
                        .map(Optional::get));
    }

    private static <T> Optional<T> nextWhenReady(Iterator<T> items, ServerCall<?, ?> call) {
        CurrentCall.awaitReady(call);
        return items.hasNext() && !call.isCancelled() ? Optional.of(items.next()) : Optional.empty();
    }

    /** Does the same in a transaction. */
    public <T> Uni<T> runInTransaction(Supplier<T> work) {
        return run(() -> QuarkusTransaction.requiringNew().call(work::get));
    }
}

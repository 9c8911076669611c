package news.parallax.crawler;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * Where documents are read: on as many threads of the system as there are cores. On the virtual threads that fetch, one
 * document that takes seconds would hold up every transfer until it times out, since nothing takes a core away from them.
 */
@Singleton
class ReadingThreads {

    private final ExecutorService threads;

    ReadingThreads() {
        ThreadFactory factory = Thread.ofPlatform().daemon().name("reading-", 0).factory();
        this.threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), factory);
    }

    /**
     * Waits for a thread, then for the result.
     *
     * @throws E what the reading throws
     * @throws TooDeepException if the document is nested more deeply than the reading can follow
     */
    <T, E extends Exception> T read(Reading<T, E> reading) throws E, InterruptedException {
        try {
            return threads.submit(reading::read).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StackOverflowError overflow) {
                throw new TooDeepException(overflow);
            }
            throw ReadingThreads.<RuntimeException>rethrown(Objects.requireNonNull(e.getCause()));
        }
    }

    /** Lets a checked exception pass that the reading has declared. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Throwable> X rethrown(Throwable cause) throws X {
        throw (X) cause;
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /** Work on one document. */
    @FunctionalInterface
    interface Reading<T, E extends Exception> {
        T read() throws E;
    }

    /** No honest document is nested so deeply. */
    static final class TooDeepException extends RuntimeException {
        TooDeepException(Throwable cause) {
            super("nested too deeply", cause);
        }
    }
}

package news.parallax.catalog.call;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;

/**
 * Writes on the thread of the connection, and nothing to a caller who has gone. Vert.x 4.5 takes a write to a stream that
 * its caller has reset for an error of the connection, and ends it for all calls on it; the reset comes on the same
 * thread, and so never between the look and the write.
 */
final class ConnectionCall<Q, R> extends SimpleForwardingServerCall<Q, R> {
    private final Context connection = Vertx.currentContext();

    ConnectionCall(ServerCall<Q, R> call) {
        super(call);
    }

    @Override
    public void sendHeaders(Metadata headers) {
        write(() -> super.sendHeaders(headers));
    }

    @Override
    public void sendMessage(R message) {
        write(() -> super.sendMessage(message));
    }

    @Override
    public void close(Status status, Metadata trailers) {
        write(() -> super.close(status, trailers));
    }

    /** Returns when it is written, so that {@link #isReady} counts it. */
    private void write(Runnable write) {
        if (Context.isOnEventLoopThread()) {
            writeIfThere(write);
            return;
        }
        var written = new CompletableFuture<Void>();
        connection.runOnContext(_ -> written.completeAsync(
                () -> {
                    writeIfThere(write);
                    return null;
                },
                Runnable::run));
        written.join();
    }

    private void writeIfThere(Runnable write) {
        if (!isCancelled()) {
            write.run();
        }
    }
}

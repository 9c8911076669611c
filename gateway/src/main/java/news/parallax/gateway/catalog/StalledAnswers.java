package news.parallax.gateway.catalog;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Gives up a call for one message whose answer has begun and does not go on, as UNAVAILABLE: gRPC asks no second copy once it
 * has the headers of an answer, so a copy that freezes behind them would hold the call until its deadline. A slow copy is not
 * given up: servers send headers when they have the message.
 */
final class StalledAnswers implements ClientInterceptor {
    private final Duration patience;

    StalledAnswers(Duration patience) {
        this.patience = patience;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        ClientCall<Q, A> call = next.newCall(method, options);
        return new SimpleForwardingClientCall<>(call) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                super.start(new Watch<>(call, listener, patience), headers);
            }
        };
    }

    private static final class Watch<A> extends SimpleForwardingClientCallListener<A> {
        private final ClientCall<?, A> call;
        private final Duration patience;
        private final CompletableFuture<Void> message = new CompletableFuture<>();

        Watch(ClientCall<?, A> call, ClientCall.Listener<A> listener, Duration patience) {
            super(listener);
            this.call = call;
            this.patience = patience;
        }

        @Override
        public void onHeaders(Metadata headers) {
            message.orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS).exceptionally(late -> {
                call.cancel("the answer stalled", late);
                return null;
            });
            super.onHeaders(headers);
        }

        @Override
        public void onMessage(A answer) {
            message.complete(null);
            super.onMessage(answer);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            boolean gaveUp = !status.isOk() && !message.complete(null) && message.isCompletedExceptionally();
            super.onClose(
                    gaveUp
                            ? Status.UNAVAILABLE.withDescription("a copy of the catalog fell silent amid its answer")
                            : status,
                    trailers);
        }
    }
}

package news.parallax.clusterer.catalog;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;

/** Tells the catalog under which lease a call is made. */
final class LeaseHeader implements ClientInterceptor {

    private static final Metadata.Key<String> KEY = Metadata.Key.of("parallax-lease", Metadata.ASCII_STRING_MARSHALLER);

    private volatile String value = "";

    void set(long token) {
        value = "assigner/" + token;
    }

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<R> listener, Metadata headers) {
                if (!value.isEmpty()) {
                    headers.put(KEY, value);
                }
                super.start(listener, headers);
            }
        };
    }
}

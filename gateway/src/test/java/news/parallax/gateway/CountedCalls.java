package news.parallax.gateway;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the gateway asked the catalog of stories, subjects and outlets since somebody began to count. */
@Singleton
@GlobalInterceptor
public class CountedCalls implements ClientInterceptor {
    /** Others are asked in the background too. */
    private static final Set<String> COUNTED = Set.of("StoryService", "SearchService", "SourceService");

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        String service = String.valueOf(method.getServiceName());
        if (COUNTED.contains(service.substring(service.lastIndexOf('.') + 1))) {
            asked.add(String.valueOf(method.getBareMethodName()));
        }
        return next.newCall(method, options);
    }

    /** Forgets what was asked before. */
    public void begin() {
        asked.clear();
    }

    /** Names of the calls, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }
}

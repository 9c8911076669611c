package news.parallax.gateway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import news.parallax.catalog.v1.GetStoryRequest;
import news.parallax.catalog.v1.GetStoryResponse;
import news.parallax.catalog.v1.StoryServiceGrpc;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.Settings;
import org.junit.jupiter.api.Test;

/** Copies of a catalog that begin their answers at once, which gRPC reaches by its own network code. */
class StalledAnswersTest {
    private static final Duration NEVER = Duration.ofDays(1);
    private static final int CALLS = 4;
    private static final GatewayConfig CONFIG = Settings.of(
            Map.of("parallax.gateway.catalog.second-copy-after", "200ms", "parallax.gateway.catalog.deadline", "60s"));

    private final AtomicInteger stalled = new AtomicInteger();

    @Test
    void anotherCopyIsAskedWhenOneFreezesBehindTheHeadersOfItsAnswer() throws IOException {
        try (var copies = new Copies(CONFIG, List.of(copy(NEVER), copy(Duration.ZERO)))) {
            for (int call = 0; call < CALLS; call++) {
                assertThat(answerOf(copies)).isEqualTo(answer());
            }
        }
        assertThat(stalled).hasPositiveValue();
    }

    @Test
    void whereEveryCopyIsSlowTheSecondMayTakeAllTheTimeThatIsLeft() throws IOException {
        Duration slow = Duration.ofSeconds(1);
        try (var copies = new Copies(CONFIG, List.of(copy(slow), copy(slow)))) {
            assertThat(answerOf(copies)).isEqualTo(answer());
        }
        assertThat(stalled).hasValue(2);
    }

    private static GetStoryResponse answerOf(Copies copies) {
        var calls = new CatalogCalls(copies.channel(), CONFIG, new Ingredients(), new Crowd(CONFIG));
        return calls.answer(
                StoryServiceGrpc.newBlockingStub(copies.channel()),
                stub -> stub.getStory(GetStoryRequest.getDefaultInstance()));
    }

    private static GetStoryResponse answer() {
        return GetStoryResponse.getDefaultInstance();
    }

    /** A copy that sends headers and, after a while, the message. gRPC would keep the headers back if it knew of one message. */
    private ServerServiceDefinition copy(Duration silence) {
        var streaming = StoryServiceGrpc.getGetStoryMethod().toBuilder()
                .setType(MethodType.SERVER_STREAMING)
                .build();
        return ServerServiceDefinition.builder(StoryServiceGrpc.SERVICE_NAME)
                .addMethod(streaming, (call, _) -> {
                    call.sendHeaders(new Metadata());
                    call.request(1);
                    if (silence.isZero()) {
                        end(call);
                    } else {
                        stalled.incrementAndGet();
                        CompletableFuture.delayedExecutor(silence.toMillis(), TimeUnit.MILLISECONDS)
                                .execute(() -> end(call));
                    }
                    return new ServerCall.Listener<>() {};
                })
                .build();
    }

    private static void end(ServerCall<GetStoryRequest, GetStoryResponse> call) {
        if (!call.isCancelled()) {
            call.sendMessage(answer());
            call.close(Status.OK, new Metadata());
        }
    }
}

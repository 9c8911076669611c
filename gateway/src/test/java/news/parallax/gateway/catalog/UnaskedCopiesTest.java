package news.parallax.gateway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import news.parallax.catalog.v1.GetStoryRequest;
import news.parallax.catalog.v1.GetStoryResponse;
import news.parallax.catalog.v1.StoryServiceGrpc;
import news.parallax.catalog.v1.StoryServiceGrpc.StoryServiceImplBase;
import news.parallax.catalog.v1.StoryServiceGrpc.StoryServiceStub;
import news.parallax.gateway.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Copies of a catalog that answers nothing, which gRPC reaches by its own network code. */
class UnaskedCopiesTest {
    private static final int COPIES = 3;
    private static final int CALLS = 40;
    private static final int TRIES = 4;

    private final Map<String, List<Integer>> copiesByStory = new ConcurrentHashMap<>();
    private final CountDownLatch tries = new CountDownLatch(CALLS * TRIES);
    private Copies copies;

    @BeforeEach
    void start() throws Exception {
        copies = new Copies(
                Settings.of(Map.of("parallax.gateway.catalog.second-copy-after", "300ms")),
                IntStream.range(0, COPIES)
                        .mapToObj(copy -> silentCopy(copy).bindService())
                        .toList());
    }

    @AfterEach
    void end() {
        copies.close();
    }

    @Test
    void callsThatHangTogetherAreEachSentToEveryCopyBeforeTheyMeetOneAgain() throws Exception {
        StoryServiceStub catalog = StoryServiceGrpc.newStub(copies.channel());
        for (int call = 0; call < CALLS; call++) {
            UnaskedCopies.remembering(catalog)
                    .getStory(
                            GetStoryRequest.newBuilder()
                                    .setStoryId("story" + call)
                                    .build(),
                            new Nobody());
        }

        assertThat(tries.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(copiesByStory).hasSize(CALLS);
        assertThat(copiesByStory.values())
                .allSatisfy(copies -> assertThat(copies).containsOnly(0, 1, 2).contains(0, 1, 2));
    }

    private StoryServiceImplBase silentCopy(int copy) {
        return new StoryServiceImplBase() {
            @Override
            public void getStory(GetStoryRequest request, StreamObserver<GetStoryResponse> answers) {
                copiesByStory
                        .computeIfAbsent(request.getStoryId(), _ -> new CopyOnWriteArrayList<>())
                        .add(copy);
                tries.countDown();
            }
        };
    }

    private static final class Nobody implements StreamObserver<GetStoryResponse> {
        @Override
        public void onNext(GetStoryResponse answer) {}

        @Override
        public void onError(Throwable error) {}

        @Override
        public void onCompleted() {}
    }
}

package news.parallax.gateway.story;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import news.parallax.catalog.v1.GetKickersRequest;
import news.parallax.catalog.v1.Kicker;
import news.parallax.catalog.v1.StoryServiceGrpc.StoryServiceBlockingStub;
import news.parallax.catalog.v1.Subject;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.catalog.CatalogCalls;
import org.jspecify.annotations.Nullable;

/** Asks the catalog in two words what stories are about: all stories of a page at once. */
@Singleton
class KickerClient {
    private final StoryServiceBlockingStub stories;
    private final CatalogCalls calls;
    private final Visit visit;

    KickerClient(@GrpcClient("catalog") StoryServiceBlockingStub stories, CatalogCalls calls, Visit visit) {
        this.stories = stories;
        this.calls = calls;
        this.visit = visit;
    }

    /** Returns kickers by story; stories of which nothing is told have none. */
    Map<String, KickerView> of(List<String> storyIds) {
        if (storyIds.isEmpty()) {
            return Map.of();
        }
        var request = GetKickersRequest.newBuilder()
                .addAllStoryIds(storyIds)
                .setReaderId(visit.reader().id())
                .build();
        return calls.read(stories, stub -> stub.getKickers(request)).getKickersList().stream()
                .collect(Collectors.toMap(Kicker::getStoryId, KickerClient::toView));
    }

    private static KickerView toView(Kicker kicker) {
        Subject place = kicker.getPlace();
        return new KickerView(
                orNull(place.getText()),
                orNull(place.getCountry()),
                orNull(kicker.getTopic().getText()));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

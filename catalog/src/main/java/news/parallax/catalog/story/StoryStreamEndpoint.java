package news.parallax.catalog.story;

import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.util.Map;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.v1.ReplayWindowRequest;
import news.parallax.catalog.v1.ReplayWindowResponse;

/** Streams articles in order of arrival. */
@Singleton
class StoryStreamEndpoint {
    private final WindowReplay replay;

    StoryStreamEndpoint(WindowReplay replay) {
        this.replay = replay;
    }

    Multi<ReplayWindowResponse> replayWindow(ReplayWindowRequest request) {
        if (request.getArticleLimit() < 0) {
            throw new Invalid(
                    "ARTICLE_LIMIT_INVALID",
                    "article_limit is %d, which is negative".formatted(request.getArticleLimit()),
                    Map.of("article_limit", String.valueOf(request.getArticleLimit())));
        }
        return replay.last(request.getArticleLimit(), StoryMessages::toReplay);
    }
}

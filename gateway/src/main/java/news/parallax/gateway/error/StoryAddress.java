package news.parallax.gateway.error;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one place that knows what becomes of addresses of stories that were merged. */
public final class StoryAddress {
    private StoryAddress() {}

    /**
     * Does nothing if the story that was asked for is the one that answered. Otherwise it was merged into that one:
     * RequestMoved leads to the same address with the other id. A cursor is left out, as it is of the list that ended.
     */
    public static void requireCurrent(String askedId, String answeredId, UriInfo request) {
        if (askedId.equals(answeredId)) {
            return;
        }
        String path = request.getRequestUri().getRawPath().replaceFirst("/stories/[^/]+", "/stories/" + answeredId);
        throw new RequestMoved(
                ProblemCode.STORY_MERGED,
                "The story " + askedId + " is part of the story " + answeredId + " now.",
                URI.create(path + query(request)),
                Map.of("id", answeredId));
    }

    private static String query(UriInfo request) {
        String query = Arrays.stream(Optional.ofNullable(request.getRequestUri().getRawQuery())
                        .orElse("")
                        .split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith("cursor="))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}

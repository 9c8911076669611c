package news.parallax.gateway.reader;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Notices which stories readers open. */
@Singleton
class ReadingFilter {
    private static final Pattern STORY_PAGE = Pattern.compile("/stories/([0-9a-f]{20})");

    private final History history;

    ReadingFilter(History history) {
        this.history = history;
    }

    @ServerResponseFilter
    void notice(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != 200 || !request.getMethod().equals("GET")) {
            return;
        }
        Matcher story = STORY_PAGE.matcher(request.getUriInfo().getPath());
        if (story.matches()) {
            history.readStory(story.group(1));
        }
    }
}

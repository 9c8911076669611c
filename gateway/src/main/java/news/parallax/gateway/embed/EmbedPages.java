package news.parallax.gateway.embed;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.page.PublicUrl;
import news.parallax.gateway.page.Shell;
import news.parallax.gateway.page.Shells;
import news.parallax.gateway.story.StoryClient;
import news.parallax.gateway.story.StoryView;

/** The widget: one story in a frame on another site, without script and cookie, and as anybody may see it. */
@Singleton
@Path("/embed/stories/{id}")
@Produces(MediaType.TEXT_HTML)
class EmbedPages {
    private final StoryClient stories;
    private final Visit visit;
    private final Shells shells;
    private final PublicUrl publicUrl;

    EmbedPages(StoryClient stories, Visit visit, Shells shells, PublicUrl publicUrl) {
        this.stories = stories;
        this.visit = visit;
        this.shells = shells;
        this.publicUrl = publicUrl;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance widget(Shell shell, StoryView story, String url);
    }

    @GET
    @RunOnVirtualThread
    public Response widget(@PathParam("id") String id) {
        visit.asVisitor();
        StoryView story = visit.show(stories.get(id));
        if (!story.id().equals(id)) {
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(URI.create("/embed/stories/" + story.id()))
                    .build();
        }
        String url = publicUrl.of("/stories/" + id);
        String page = Templates.widget(shells.plain(story.title()), story, url).render();
        return Response.ok(page, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).build();
    }
}

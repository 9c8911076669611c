package news.parallax.gateway.embed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.page.PlainText;
import news.parallax.gateway.page.PublicUrl;
import news.parallax.gateway.page.XmlText;
import news.parallax.gateway.story.StoryClient;
import news.parallax.gateway.story.StoryFrame;
import news.parallax.gateway.story.StoryView;
import org.jspecify.annotations.Nullable;

/** oEmbed: what a site asks that was given the address of a story and wants to show more than a link. */
@Singleton
@Path("/oembed")
class OembedPages {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STORY = Pattern.compile("/stories/([0-9a-f]{20})(?:[-/][^/]*)?");
    private static final int LEAST_WIDTH = 200;
    private static final int LEAST_HEIGHT = 120;
    private static final int MOST = 10_000;
    private static final int CACHE_SECONDS = 3600;

    private final StoryClient stories;
    private final Visit visit;
    private final PublicUrl publicUrl;
    private final StoryFrame frame;

    OembedPages(StoryClient stories, Visit visit, PublicUrl publicUrl, StoryFrame frame) {
        this.stories = stories;
        this.visit = visit;
        this.publicUrl = publicUrl;
        this.frame = frame;
    }

    @GET
    @RunOnVirtualThread
    public Response oembed(
            @QueryParam("url") @Nullable String url,
            @QueryParam("format") @Nullable String format,
            @QueryParam("maxwidth") @Nullable String maxWidth,
            @QueryParam("maxheight") @Nullable String maxHeight) {
        String kind = Objects.requireNonNullElse(format, "json");
        if (!kind.equals("json") && !kind.equals("xml")) {
            return Response.status(Response.Status.NOT_IMPLEMENTED).build(); // as oEmbed asks for
        }
        int width = Parameters.wholeNumber("maxwidth", maxWidth, StoryFrame.WIDTH, 1, MOST);
        int height = Parameters.wholeNumber("maxheight", maxHeight, StoryFrame.HEIGHT, 1, MOST);
        visit.asVisitor();
        StoryView story = visit.show(stories.get(storyId(Objects.requireNonNullElse(url, ""))));
        OembedView view = view(
                story,
                Math.clamp(width, LEAST_WIDTH, StoryFrame.WIDTH),
                Math.clamp(height, LEAST_HEIGHT, StoryFrame.HEIGHT));
        return kind.equals("json")
                ? Response.ok(json(view), "application/json;charset=UTF-8").build()
                : Response.ok(xml(view), "text/xml;charset=UTF-8").build();
    }

    private String storyId(String url) {
        URI address;
        try {
            address = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
        Matcher path = STORY.matcher(Objects.requireNonNullElse(address.getPath(), ""));
        if (!publicUrl.covers(address) || !path.matches()) {
            throw new NotFoundException();
        }
        return path.group(1);
    }

    private OembedView view(StoryView story, int width, int height) {
        return new OembedView(
                "1.0",
                "rich",
                PlainText.of(story.title()),
                "Parallax",
                publicUrl.of("/"),
                CACHE_SECONDS,
                width,
                height,
                frame.of(story, width, height));
    }

    private static String json(OembedView view) {
        try {
            return JSON.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String xml(OembedView view) {
        return new XmlText()
                .open("oembed")
                .element("version", view.version())
                .element("type", view.type())
                .element("title", view.title())
                .element("provider_name", view.providerName())
                .element("provider_url", view.providerUrl())
                .element("cache_age", Integer.toString(view.cacheAge()))
                .element("width", Integer.toString(view.width()))
                .element("height", Integer.toString(view.height()))
                .element("html", view.html())
                .end();
    }
}

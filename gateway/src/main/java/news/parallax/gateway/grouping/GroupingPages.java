package news.parallax.gateway.grouping;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Objects;
import news.parallax.gateway.access.ReaderView;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.error.StoryAddress;
import news.parallax.gateway.page.PageLanguage;
import news.parallax.gateway.page.Shell;
import news.parallax.gateway.page.Shells;
import news.parallax.gateway.story.ArticleView;
import news.parallax.gateway.story.StoryClient;
import news.parallax.gateway.story.StoryView;
import org.jspecify.annotations.Nullable;

/** Takes what readers find grouped wrongly; who is not logged in is sent there first. */
@Singleton
@Path("/stories/{id}/report")
@Produces(MediaType.TEXT_HTML)
class GroupingPages {
    private static final int ARTICLES_SEARCHED = 100;

    private final StoryClient stories;
    private final GroupingClient reports;
    private final Visit visit;
    private final Shells shells;
    private final PageLanguage language;

    GroupingPages(StoryClient stories, GroupingClient reports, Visit visit, Shells shells, PageLanguage language) {
        this.stories = stories;
        this.reports = reports;
        this.visit = visit;
        this.shells = shells;
        this.language = language;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance report(Shell shell, GroupingPage page);
    }

    @GET
    @RunOnVirtualThread
    public TemplateInstance form(
            @PathParam("id") String id,
            @QueryParam("article") @Nullable String article,
            @QueryParam("sent") @Nullable String sent,
            @Context UriInfo request) {
        visit.requireOwner();
        StoryView story = visit.show(stories.get(id));
        StoryAddress.requireCurrent(id, story.id(), request);
        String articleId = Objects.requireNonNullElse(article, "");
        GroupingFault fault = articleId.isEmpty() ? GroupingFault.SAME_STORY : GroupingFault.WRONG_ARTICLE;
        return page(story, new GroupingReportForm(story.id(), articleId, fault, "", ""), false, sent != null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RunOnVirtualThread
    public Response send(
            @PathParam("id") String id,
            @FormParam("article") @Nullable String article,
            @FormParam("fault") @Nullable String fault,
            @FormParam("other") @Nullable String other,
            @FormParam("text") @Nullable String text) {
        ReaderView reader = visit.requireOwner();
        var form = new GroupingReportForm(
                id,
                Objects.requireNonNullElse(article, ""),
                Parameters.choice("fault", fault, GroupingFault.OTHER, GroupingFault.BY_KEY),
                Objects.requireNonNullElse(other, ""),
                Objects.requireNonNullElse(text, ""));
        if (!form.complete()) {
            String page = page(visit.show(stories.get(id)), form, true, false).render();
            return Response.status(Response.Status.BAD_REQUEST)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(page)
                    .build();
        }
        reports.report(form, reader.id());
        return Response.seeOther(URI.create("/stories/" + id + "/report?sent=true"))
                .build();
    }

    private TemplateInstance page(StoryView story, GroupingReportForm form, boolean refused, boolean sent) {
        Shell shell = shells.of(
                language.words(GroupingWords.class).heading(),
                "",
                visit.reader().greeting());
        return Templates.report(shell, new GroupingPage(story, article(story, form), form, refused, sent));
    }

    private @Nullable ArticleView article(StoryView story, GroupingReportForm form) {
        if (form.articleId().isEmpty()) {
            return null;
        }
        return visit.show(stories.articles(story.id(), null, ARTICLES_SEARCHED, "")).articles().stream()
                .filter(article -> article.id().equals(form.articleId()))
                .findFirst()
                .orElse(null);
    }
}

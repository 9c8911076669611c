package news.parallax.gateway.briefing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.page.PageLanguage;
import news.parallax.gateway.page.Shell;
import news.parallax.gateway.page.Shells;
import news.parallax.gateway.story.StoryCards;
import news.parallax.gateway.story.StoryHead;

/** The daily briefing as a page. */
@Singleton
@Path("/briefing")
@Produces(MediaType.TEXT_HTML)
class BriefingPages {
    private final Briefings briefings;
    private final Visit visit;
    private final Shells shells;
    private final StoryHead head;
    private final StoryCards cards;
    private final PageLanguage language;

    BriefingPages(
            Briefings briefings, Visit visit, Shells shells, StoryHead head, StoryCards cards, PageLanguage language) {
        this.briefings = briefings;
        this.visit = visit;
        this.shells = shells;
        this.head = head;
        this.cards = cards;
        this.language = language;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance briefing(Shell shell, BriefingPage page);
    }

    @GET
    @RunOnVirtualThread
    public TemplateInstance today() {
        return page(briefings.today());
    }

    @GET
    @Path("{date}")
    @RunOnVirtualThread
    public TemplateInstance day(@PathParam("date") String date) {
        return page(Parameters.day("date", date, briefings.today()));
    }

    private TemplateInstance page(LocalDate date) {
        BriefingView briefing = visit.show(briefings.of(date));
        BriefingWords words = language.words(BriefingWords.class);
        Shell shell = shells.of(words.heading(), "briefing", visit.reader().greeting())
                .with(head.ofList(words.heading(), words.about(), "/briefing/" + date, "", briefing.stories()));
        return Templates.briefing(
                shell,
                new BriefingPage(
                        briefing,
                        cards.of(briefing.stories()),
                        briefing.gaps() == null ? List.of() : cards.of(briefing.gaps()),
                        date.isBefore(briefings.today()) ? date.plusDays(1).toString() : ""));
    }
}

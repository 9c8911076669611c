package news.parallax.gateway.subject;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.page.Head;
import news.parallax.gateway.page.PageLanguage;
import news.parallax.gateway.page.Shell;
import news.parallax.gateway.page.Shells;
import news.parallax.gateway.story.StoryCard;
import news.parallax.gateway.story.StoryHead;
import org.jspecify.annotations.Nullable;

/** The list of what stories are about, and the page of each topic, name and place. */
@Singleton
@Path("/")
@Produces(MediaType.TEXT_HTML)
class SubjectPages {
    private static final int SUBJECTS_PER_PAGE = 100;
    private static final int STORIES_PER_PAGE = 12;
    private static final Map<String, SubjectLabel> KINDS = Map.of(
            "topic", SubjectLabel.TOPIC,
            "person", SubjectLabel.PERSON,
            "place", SubjectLabel.PLACE,
            "name", SubjectLabel.NAME);

    private final SubjectClient subjects;
    private final Visit visit;
    private final Shells shells;
    private final StoryHead head;
    private final PageLanguage language;
    private final InstantSource clock;

    SubjectPages(
            SubjectClient subjects,
            Visit visit,
            Shells shells,
            StoryHead head,
            PageLanguage language,
            InstantSource clock) {
        this.subjects = subjects;
        this.visit = visit;
        this.shells = shells;
        this.head = head;
        this.language = language;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance subjects(Shell shell, SubjectList page);

        static native TemplateInstance subject(Shell shell, SubjectPage page);
    }

    @GET
    @Path("topics")
    @RunOnVirtualThread
    public TemplateInstance list(
            @QueryParam("kind") @Nullable String kind, @QueryParam("cursor") @Nullable String cursor) {
        SubjectLabel label = Parameters.choice("kind", kind, SubjectLabel.TOPIC, KINDS);
        SubjectListView list =
                visit.show(subjects.list(List.of(label), SUBJECTS_PER_PAGE, Objects.requireNonNullElse(cursor, "")));
        Shell shell = shells.of(
                language.words(SubjectWords.class).heading(),
                "topics",
                visit.reader().greeting());
        String more = list.nextCursor() == null
                ? ""
                : "/topics?kind=" + label.key() + "&cursor=" + encoded(list.nextCursor());
        return Templates.subjects(shell, new SubjectList(label, list.subjects(), more));
    }

    @GET
    @Path("topics/{id}")
    @RunOnVirtualThread
    public TemplateInstance topic(@PathParam("id") String id, @QueryParam("cursor") @Nullable String cursor) {
        return page(id, cursor);
    }

    /** A place by its id, or a country by its code. */
    @GET
    @Path("places/{id}")
    @RunOnVirtualThread
    public TemplateInstance place(@PathParam("id") String id, @QueryParam("cursor") @Nullable String cursor) {
        return page(id, cursor);
    }

    private TemplateInstance page(String id, @Nullable String cursor) {
        SubjectDetailsView details =
                visit.show(subjects.get(id, STORIES_PER_PAGE, Objects.requireNonNullElse(cursor, ""), true));
        Instant now = clock.instant();
        String name = details.subject().name();
        String path = SubjectPage.href(details.subject());
        Shell shell = shells.of(name, "topics", visit.reader().greeting())
                .with(cursor == null ? head.ofList(name, "", path, "/feeds" + path, details.stories()) : Head.NONE);
        String more = details.nextCursor() == null
                ? ""
                : SubjectPage.href(details.subject()) + "?cursor=" + encoded(details.nextCursor());
        return Templates.subject(
                shell,
                new SubjectPage(
                        details,
                        details.stories().stream()
                                .map(story -> StoryCard.of(story, now))
                                .toList(),
                        more));
    }

    private static String encoded(String cursor) {
        return URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }
}

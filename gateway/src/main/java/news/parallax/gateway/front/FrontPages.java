package news.parallax.gateway.front;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.edition.EditionClient;
import news.parallax.gateway.edition.EditionView;
import news.parallax.gateway.page.Head;
import news.parallax.gateway.page.PageLanguage;
import news.parallax.gateway.page.PageWords;
import news.parallax.gateway.page.Shell;
import news.parallax.gateway.page.Shells;
import news.parallax.gateway.story.StoryCards;
import news.parallax.gateway.story.StoryClient;
import news.parallax.gateway.story.StoryHead;
import news.parallax.gateway.story.StoryListView;
import news.parallax.gateway.story.StoryQuery;
import news.parallax.gateway.subject.SubjectClient;
import news.parallax.gateway.subject.SubjectLabel;
import news.parallax.gateway.subject.SubjectRecordView;
import org.jspecify.annotations.Nullable;

/** The front page and its two sisters. */
@Singleton
@Path("/")
@Produces(MediaType.TEXT_HTML)
class FrontPages {
    /** One lead, one beside it, and six rows of three. */
    private static final int STORIES_PER_PAGE = 20;

    private static final int EDITIONS_SHOWN = 8;
    private static final int TOPICS_SHOWN = 10;

    private final StoryClient stories;
    private final EditionClient editions;
    private final SubjectClient subjects;
    private final Visit visit;
    private final Shells shells;
    private final StoryHead head;
    private final StoryCards cards;
    private final TopicSections sections;
    private final PageLanguage language;

    FrontPages(
            StoryClient stories,
            EditionClient editions,
            SubjectClient subjects,
            Visit visit,
            Shells shells,
            StoryHead head,
            StoryCards cards,
            TopicSections sections,
            PageLanguage language) {
        this.stories = stories;
        this.editions = editions;
        this.subjects = subjects;
        this.visit = visit;
        this.shells = shells;
        this.head = head;
        this.cards = cards;
        this.sections = sections;
        this.language = language;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance front(Shell shell, FrontPage page);
    }

    @GET
    @RunOnVirtualThread
    public TemplateInstance top(@QueryParam("cursor") @Nullable String cursor) {
        return list(
                new Section(words().top(), language.words(PageWords.class).about(), "top", "/", false, false), cursor);
    }

    @GET
    @Path("latest")
    @RunOnVirtualThread
    public TemplateInstance latest(@QueryParam("cursor") @Nullable String cursor) {
        return list(new Section(words().latest(), words().latestRule(), "latest", "/latest", true, false), cursor);
    }

    @GET
    @Path("gaps")
    @RunOnVirtualThread
    public TemplateInstance gaps(@QueryParam("cursor") @Nullable String cursor) {
        visit.require(Capability.BIAS);
        return list(new Section(words().gaps(), words().gapsRule(), "gaps", "/gaps", false, true), cursor);
    }

    private List<EditionView> editions(Section section) {
        return section.key().equals("top")
                ? editions.list().countries().stream().limit(EDITIONS_SHOWN).toList()
                : List.of();
    }

    private List<SubjectRecordView> topics(Section section) {
        return section.key().equals("top")
                ? visit.show(subjects.list(List.of(SubjectLabel.TOPIC), TOPICS_SHOWN, ""))
                        .subjects()
                : List.of();
    }

    private FrontWords words() {
        return language.words(FrontWords.class);
    }

    /** Later pages are the same list: search engines and feed readers begin at its first. */
    private Head head(Section section, String start, StoryListView list) {
        return start.isEmpty()
                ? head.ofList(
                        section.heading(),
                        section.description(),
                        section.path(),
                        "/feeds/" + section.key(),
                        list.stories())
                : Head.NONE;
    }

    private record Section(
            String heading, String description, String key, String path, boolean latest, boolean gapOnly) {}

    private TemplateInstance list(Section section, @Nullable String cursor) {
        String start = Objects.requireNonNullElse(cursor, "");
        StoryListView list = visit.show(
                stories.list(new StoryQuery(STORIES_PER_PAGE, start, section.latest(), section.gapOnly(), "")));
        String more = list.nextCursor() == null
                ? ""
                : section.path() + "?cursor=" + URLEncoder.encode(list.nextCursor(), StandardCharsets.UTF_8);
        Shell shell = shells.of(section.heading(), section.key(), visit.reader().greeting())
                .with(head(section, start, list));
        List<SubjectRecordView> topics = topics(section);
        FrontPage page = new FrontPage(
                start.isEmpty(),
                cards.of(list.stories()),
                more,
                stories.totals(),
                editions(section),
                topics,
                start.isEmpty() ? sections.of(topics, list.stories()) : List.of());
        return Templates.front(shell, page);
    }
}

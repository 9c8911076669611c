package news.parallax.gateway.reader;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.parallax.gateway.access.ReaderView;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.page.LocalPath;
import news.parallax.gateway.page.PageLanguage;
import news.parallax.gateway.page.PageWords;
import news.parallax.gateway.page.Shell;
import news.parallax.gateway.page.Shells;
import news.parallax.gateway.rating.BiasLabel;
import news.parallax.gateway.story.StoryCard;
import news.parallax.gateway.story.StoryClient;
import news.parallax.gateway.story.StoryCriteria;
import news.parallax.gateway.story.StoryQuery;
import org.jspecify.annotations.Nullable;

/** What a reader follows, mutes and rates otherwise; and the forms on other pages by which they do. */
@Singleton
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class MarkPages {
    private static final int STORIES_SHOWN = 12;
    private static final int MARKS_SHOWN = 100;
    private static final Map<String, TargetKind> KINDS = new HashMap<>();

    static {
        for (TargetKind kind : TargetKind.values()) {
            KINDS.put(kind.key(), kind);
        }
    }

    private final MarkClient marks;
    private final ShelfClient shelf;
    private final StoryClient stories;
    private final Visit visit;
    private final Shells shells;
    private final PageLanguage language;
    private final InstantSource clock;

    MarkPages(
            MarkClient marks,
            ShelfClient shelf,
            StoryClient stories,
            Visit visit,
            Shells shells,
            PageLanguage language,
            InstantSource clock) {
        this.marks = marks;
        this.shelf = shelf;
        this.stories = stories;
        this.visit = visit;
        this.shells = shells;
        this.language = language;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance following(Shell shell, MarkPage page);
    }

    @GET
    @Path("following")
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    public TemplateInstance following() {
        ReaderView reader = visit.requireOwner();
        List<MarkView> follows = marks.follows(reader.id(), MARKS_SHOWN, "").marks();
        MarkPage page = new MarkPage(
                follows.isEmpty() ? List.of() : followed(),
                follows,
                marks.mutes(reader.id(), MARKS_SHOWN, "").marks(),
                visit.show(shelf.overrides(reader.id(), MARKS_SHOWN, "")).overrides());
        return Templates.following(
                shells.of(language.words(PageWords.class).following(), "following", reader.greeting()), page);
    }

    private List<StoryCard> followed() {
        StoryCriteria followed = new StoryCriteria(
                null, null, false, 0, true, StoryCriteria.Outlets.ANY, StoryCriteria.Articles.ANY, List.of());
        return visit.show(stories.list(new StoryQuery(STORIES_SHOWN, "", true, followed))).stories().stream()
                .map(story -> StoryCard.of(story, clock.instant()))
                .toList();
    }

    @POST
    @Path("follows")
    @RunOnVirtualThread
    public Response follow(
            @FormParam("kind") @Nullable String kind,
            @FormParam("id") @Nullable String id,
            @FormParam("next") @Nullable String next) {
        marks.follow(visit.requireOwner().id(), kind(kind), text(id));
        return on(next);
    }

    @POST
    @Path("follows/remove")
    @RunOnVirtualThread
    public Response unfollow(
            @FormParam("kind") @Nullable String kind,
            @FormParam("id") @Nullable String id,
            @FormParam("next") @Nullable String next) {
        marks.unfollow(visit.requireOwner().id(), kind(kind), text(id));
        return on(next);
    }

    @POST
    @Path("mutes")
    @RunOnVirtualThread
    public Response mute(
            @FormParam("kind") @Nullable String kind,
            @FormParam("id") @Nullable String id,
            @FormParam("next") @Nullable String next) {
        marks.mute(visit.requireOwner().id(), kind(kind), text(id));
        return on(next);
    }

    @POST
    @Path("mutes/remove")
    @RunOnVirtualThread
    public Response unmute(
            @FormParam("kind") @Nullable String kind,
            @FormParam("id") @Nullable String id,
            @FormParam("next") @Nullable String next) {
        marks.unmute(visit.requireOwner().id(), kind(kind), text(id));
        return on(next);
    }

    @POST
    @Path("overrides")
    @RunOnVirtualThread
    public Response override(
            @FormParam("source") @Nullable String source,
            @FormParam("bias") @Nullable String bias,
            @FormParam("next") @Nullable String next) {
        BiasLabel held = Parameters.choice("bias", text(bias), BiasLabel.CENTER, BiasChoices.BY_KEY);
        shelf.override(visit.requireOwner().id(), text(source), held);
        return on(next);
    }

    @POST
    @Path("overrides/remove")
    @RunOnVirtualThread
    public Response removeOverride(
            @FormParam("source") @Nullable String source, @FormParam("next") @Nullable String next) {
        shelf.removeOverride(visit.requireOwner().id(), text(source));
        return on(next);
    }

    private static TargetKind kind(@Nullable String kind) {
        return Parameters.choice("kind", text(kind), TargetKind.SUBJECT, KINDS);
    }

    private static Response on(@Nullable String next) {
        return Response.seeOther(URI.create(LocalPath.of(next))).build();
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}

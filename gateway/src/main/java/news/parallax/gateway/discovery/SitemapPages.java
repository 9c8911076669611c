package news.parallax.gateway.discovery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.page.PlainText;
import news.parallax.gateway.page.PublicUrl;
import news.parallax.gateway.source.RatedSourceView;
import news.parallax.gateway.source.SourceClient;
import news.parallax.gateway.source.SourceListView;
import news.parallax.gateway.story.StoryClient;
import news.parallax.gateway.story.StoryListView;
import news.parallax.gateway.story.StoryQuery;
import news.parallax.gateway.story.StoryView;
import org.jspecify.annotations.Nullable;

/** Sitemaps: an index of one for pages that are always there, one for outlets, one for stories; beside it the news of two days. */
@Singleton
@Path("/")
@Produces("application/xml;charset=UTF-8")
class SitemapPages {
    private static final int PER_CALL = 200;
    /** Google's limits for news: as old, as many. */
    private static final Duration NEWS_AGE = Duration.ofHours(48);

    private static final int NEWS_LIMIT = 1000;

    private final StoryClient stories;
    private final SourceClient sources;
    private final Visit visit;
    private final PublicUrl publicUrl;
    private final InstantSource clock;
    private final int limit;

    SitemapPages(
            StoryClient stories,
            SourceClient sources,
            Visit visit,
            PublicUrl publicUrl,
            InstantSource clock,
            GatewayConfig config) {
        this.stories = stories;
        this.sources = sources;
        this.visit = visit;
        this.publicUrl = publicUrl;
        this.clock = clock;
        limit = Math.clamp(config.sitemap().addresses(), 1, 50_000);
    }

    @GET
    @Path("sitemap.xml")
    @RunOnVirtualThread
    public String index() {
        Sitemap index = Sitemap.ofSitemaps(limit);
        List.of("pages", "sources", "stories")
                .forEach(name -> index.add(publicUrl.of("/sitemaps/" + name + ".xml"), null));
        return index.end();
    }

    @GET
    @Path("sitemaps/pages.xml")
    @RunOnVirtualThread
    public String pages() {
        Sitemap pages = Sitemap.ofPages(limit);
        List.of("/", "/latest", "/gaps", "/sources", "/plans").forEach(path -> pages.add(publicUrl.of(path), null));
        return pages.end();
    }

    @GET
    @Path("sitemaps/sources.xml")
    @RunOnVirtualThread
    public String sources() {
        visit.asVisitor();
        Sitemap pages = Sitemap.ofPages(limit);
        @Nullable String cursor = "";
        while (cursor != null && !pages.full()) {
            SourceListView page = visit.show(sources.list(PER_CALL, cursor));
            page.sources().stream()
                    .map(RatedSourceView::id)
                    .forEach(id -> pages.add(publicUrl.of("/sources/" + id), null));
            cursor = page.nextCursor();
        }
        return pages.end();
    }

    /** Stories with the latest news first, as many as one sitemap holds. */
    @GET
    @Path("sitemaps/stories.xml")
    @RunOnVirtualThread
    public String stories() {
        Sitemap pages = Sitemap.ofPages(limit);
        walk(pages, story -> true, story -> pages.add(url(story), story.updateTime()));
        return pages.end();
    }

    /** Stories that began within two days. */
    @GET
    @Path("sitemaps/news.xml")
    @RunOnVirtualThread
    public String news() {
        Instant oldest = clock.instant().minus(NEWS_AGE);
        Sitemap news = Sitemap.ofPages(Math.min(limit, NEWS_LIMIT));
        walk(news, story -> !before(story.updateTime(), oldest), story -> {
            Instant published = story.publishTime();
            if (published != null && !published.isBefore(oldest)) {
                news.addNews(url(story), PlainText.of(story.title()), story.language(), published, story.updateTime());
            }
        });
        return news.end();
    }

    private void walk(Sitemap sitemap, Predicate<StoryView> goOn, Consumer<StoryView> use) {
        visit.asVisitor();
        @Nullable String cursor = "";
        while (cursor != null && !sitemap.full()) {
            StoryListView page = visit.show(stories.list(new StoryQuery(PER_CALL, cursor, true, false, "")));
            page.stories().forEach(use);
            boolean more = page.stories().isEmpty() || goOn.test(page.stories().getLast());
            cursor = more ? page.nextCursor() : null;
        }
    }

    private String url(StoryView story) {
        return publicUrl.of("/stories/" + story.id());
    }

    private static boolean before(@Nullable Instant moment, Instant oldest) {
        return moment == null || moment.isBefore(oldest);
    }
}

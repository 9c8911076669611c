package news.parallax.gateway.discovery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.page.PlainText;
import news.parallax.gateway.page.PublicUrl;
import news.parallax.gateway.source.RatedSourceView;
import news.parallax.gateway.source.SourceClient;
import news.parallax.gateway.source.SourceListView;
import news.parallax.gateway.story.StoryClient;
import news.parallax.gateway.story.StoryCriteria;
import news.parallax.gateway.story.StoryListView;
import news.parallax.gateway.story.StoryQuery;
import news.parallax.gateway.story.StoryView;
import org.jspecify.annotations.Nullable;

/** Sitemaps: an index of one for pages that are always there, one for outlets, one for the stories of each day; beside it the news of two days. */
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
    private final int days;

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
        days = Math.clamp(config.sitemap().days(), 1, 365);
    }

    @GET
    @Path("sitemap.xml")
    @RunOnVirtualThread
    public String index() {
        visit.asVisitor();
        Sitemap index = Sitemap.ofSitemaps(limit);
        index.add(publicUrl.of("/sitemaps/pages.xml"), null);
        index.add(publicUrl.of("/sitemaps/sources.xml"), null);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Stream.iterate(today, day -> day.minusDays(1))
                .limit(days)
                .forEach(day -> latest(day)
                        .ifPresent(story ->
                                index.add(publicUrl.of("/sitemaps/stories-" + day + ".xml"), story.updateTime())));
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

    /** Stories that began on a day, those with the latest news first, as many as one sitemap holds. */
    @GET
    @Path("sitemaps/stories-{day: \\d\\d\\d\\d-\\d\\d-\\d\\d}.xml")
    @RunOnVirtualThread
    public String stories(@PathParam("day") String day) {
        LocalDate date;
        try {
            date = LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw new NotFoundException();
        }
        Instant begin = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        Sitemap pages = Sitemap.ofPages(limit);
        walk(pages, active(date), story -> true, story -> {
            if (!before(story.publishTime(), begin)) {
                pages.add(url(story), story.updateTime());
            }
        });
        return pages.end();
    }

    /** Stories that began within two days. */
    @GET
    @Path("sitemaps/news.xml")
    @RunOnVirtualThread
    public String news() {
        Instant oldest = clock.instant().minus(NEWS_AGE);
        Sitemap news = Sitemap.ofPages(Math.min(limit, NEWS_LIMIT));
        walk(news, StoryCriteria.ALL, story -> !before(story.updateTime(), oldest), story -> {
            Instant published = story.publishTime();
            if (published != null && !published.isBefore(oldest)) {
                news.addNews(url(story), PlainText.of(story.title()), story.language(), published, story.updateTime());
            }
        });
        return news.end();
    }

    private Optional<StoryView> latest(LocalDate day) {
        return visit.show(stories.list(new StoryQuery(1, "", true, active(day)))).stories().stream()
                .findFirst();
    }

    /** Stories with news on the day or later that began before its end: among them those that began on it. */
    private static StoryCriteria active(LocalDate day) {
        return StoryCriteria.ofSpan(
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                0);
    }

    private void walk(Sitemap sitemap, StoryCriteria criteria, Predicate<StoryView> goOn, Consumer<StoryView> use) {
        visit.asVisitor();
        @Nullable String cursor = "";
        while (cursor != null && !sitemap.full()) {
            StoryListView page = visit.show(stories.list(new StoryQuery(PER_CALL, cursor, true, criteria)));
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

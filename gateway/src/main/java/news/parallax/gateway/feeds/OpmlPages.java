package news.parallax.gateway.feeds;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.page.PlainText;
import news.parallax.gateway.page.PublicUrl;
import news.parallax.gateway.page.XmlText;
import news.parallax.gateway.source.RatedSourceView;
import news.parallax.gateway.source.SourceClient;
import news.parallax.gateway.source.SourceListView;
import org.jspecify.annotations.Nullable;

/** Lists of feeds as OPML 2.0: those of the outlets, to be read without us, and ours. */
@Singleton
@Path("/")
@Produces("text/x-opml;charset=UTF-8")
class OpmlPages {
    private static final int PER_CALL = 200;

    private final SourceClient sources;
    private final OutletFeedClient outletFeeds;
    private final Visit visit;
    private final PublicUrl publicUrl;
    private final int limit;

    OpmlPages(
            SourceClient sources,
            OutletFeedClient outletFeeds,
            Visit visit,
            PublicUrl publicUrl,
            GatewayConfig config) {
        this.sources = sources;
        this.outletFeeds = outletFeeds;
        this.visit = visit;
        this.publicUrl = publicUrl;
        limit = Math.clamp(config.feeds().outlines(), 1, 50_000);
    }

    /** The feeds of the outlets; an outlet whose feeds are not known here is a link to its home. */
    @GET
    @Path("sources.opml")
    @RunOnVirtualThread
    public String ofSources() {
        visit.asVisitor();
        Map<String, List<OutletFeedView>> feeds =
                outletFeeds.list(limit).stream().collect(Collectors.groupingBy(OutletFeedView::sourceId));
        XmlText xml = begin("Sources of Parallax");
        int left = limit;
        for (RatedSourceView source : all()) {
            List<OutletFeedView> own = feeds.getOrDefault(source.id(), List.of());
            left -= Math.max(1, own.size());
            if (left < 0) {
                break;
            }
            write(source, own, xml);
        }
        return xml.end();
    }

    /** Our own feeds. */
    @GET
    @Path("feeds.opml")
    @RunOnVirtualThread
    public String ofOurs() {
        visit.asVisitor();
        XmlText xml = begin("Feeds of Parallax");
        outline(xml, "Top stories", "top", "/");
        outline(xml, "Latest stories", "latest", "/latest");
        if (visit.reader().can(Capability.BIAS)) {
            outline(xml, "Coverage gaps", "gaps", "/gaps");
        }
        return xml.end();
    }

    private List<RatedSourceView> all() {
        List<RatedSourceView> all = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null && all.size() < limit) {
            SourceListView page = visit.show(sources.list(PER_CALL, cursor));
            all.addAll(page.sources());
            cursor = page.nextCursor();
        }
        return all;
    }

    private XmlText begin(String title) {
        return new XmlText()
                .open("opml", "version", "2.0")
                .open("head")
                .element("title", title)
                .element("docs", "http://opml.org/spec2.opml")
                .close()
                .open("body");
    }

    private void outline(XmlText xml, String title, String feed, String page) {
        xml.empty(
                "outline",
                "type",
                "rss",
                "text",
                title,
                "title",
                title + " · Parallax",
                "xmlUrl",
                publicUrl.of("/feeds/" + feed + ".atom"),
                "htmlUrl",
                publicUrl.of(page));
    }

    private static void write(RatedSourceView source, List<OutletFeedView> feeds, XmlText xml) {
        String name = PlainText.of(source.name());
        String home = "https://" + PlainText.of(source.id()) + "/";
        if (feeds.isEmpty()) {
            xml.empty("outline", "type", "link", "text", name, "url", home);
        }
        for (OutletFeedView feed : feeds) {
            String section = PlainText.of(feed.section());
            String title = section.isEmpty() ? name : name + " · " + section;
            xml.empty(
                    "outline",
                    "type",
                    "rss",
                    "text",
                    title,
                    "title",
                    title,
                    "xmlUrl",
                    PlainText.of(feed.url()),
                    "htmlUrl",
                    home);
        }
    }
}

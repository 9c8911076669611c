package news.parallax.gateway.source;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.PageParameters;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.rating.SideLabel;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Outlets as JSON. */
@Singleton
@Path("/v1/sources")
@Tag(name = "Sources")
class SourceResource {
    private final SourceClient sources;
    private final FeedHealthClient feeds;
    private final SourceProfileClient profiles;
    private final Visit visit;

    SourceResource(SourceClient sources, FeedHealthClient feeds, SourceProfileClient profiles, Visit visit) {
        this.sources = sources;
        this.feeds = feeds;
        this.profiles = profiles;
        this.visit = visit;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            operationId = "listSources",
            summary = "Outlets",
            description = "By name, with their ratings and owners.")
    public SourceListView list(
            @Parameter(
                            description = "Only outlets of this side. Needs bias.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"left", "center", "right", "unrated"}))
                    @QueryParam("side")
                    @Nullable
                    String side,
            @BeanParam PageParameters page) {
        if (side != null) {
            visit.require(Capability.BIAS);
        }
        SideLabel label = side == null ? null : Parameters.choice("side", side, SideLabel.UNRATED, SideLabel.BY_KEY);
        return visit.show(sources.list(label, page.limit(), page.cursor()));
    }

    @GET
    @Path("/{domain: .+}/explanation")
    @RunOnVirtualThread
    @Operation(
            operationId = "explainSource",
            summary = "Why an outlet is shown so",
            description =
                    "Of each axis the ratings that count, with raters and dates, their mean and how it becomes a step; "
                            + "and what raters said before. Each axis needs its capability.")
    public SourceExplanationView explain(
            @Parameter(description = "Any of its domains.", example = "harbor.example") @PathParam("domain")
                    String domain) {
        return visit.show(sources.explain(domain));
    }

    @GET
    @Path("/{domain: .+}/feeds")
    @RunOnVirtualThread
    @Operation(
            operationId = "listSourceFeeds",
            summary = "The feeds of an outlet",
            description = "Where its articles come from, and how each feed is.")
    public FeedHealthListView feeds(
            @Parameter(description = "Any of its domains.", example = "harbor.example") @PathParam("domain")
                    String domain,
            @BeanParam PageParameters page) {
        return visit.show(feeds.list(domain, page.limit(), page.cursor()));
    }

    @GET
    @Path("/{domain: .+}/profile")
    @RunOnVirtualThread
    @Operation(
            operationId = "getSourceProfile",
            summary = "What an outlet covers and leaves out",
            description =
                    "Over the last thirty days: what its stories are about, who tells them too, and what most stories of its peers "
                            + "are about that it has not got.")
    public SourceProfileView profile(
            @Parameter(description = "Any of its domains.", example = "harbor.example") @PathParam("domain")
                    String domain) {
        return visit.show(profiles.get(domain));
    }

    @GET
    @Path("/{domain: .+}")
    @RunOnVirtualThread
    @Operation(
            operationId = "getSource",
            summary = "One outlet",
            description = "With its ratings, who gave them and when, and its owners.")
    public RatedSourceView get(
            @Parameter(
                            description = "Any of its domains; with a path if it is a part of another's site.",
                            example = "harbor.example")
                    @PathParam("domain")
                    String domain) {
        return visit.show(sources.get(domain));
    }
}

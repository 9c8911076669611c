package news.parallax.gateway.discovery;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.page.PublicUrl;
import news.parallax.gateway.page.XmlText;

/** Small files at the places where machines look for them. */
@Singleton
@Path("/")
class DiscoveryPages {
    /** Endless, personal, or the same again in another form. */
    private static final List<String> NOT_FOR_ROBOTS = List.of(
            "/search",
            "/feeds/search",
            "/saved",
            "/following",
            "/balance",
            "/settings",
            "/log-in",
            "/log-out",
            "/sign-up",
            "/desk",
            "/embed/",
            "/oembed",
            "/mcp",
            "/v1/",
            "/q/");

    private static final Duration CONTACT_HOLDS = Duration.ofDays(180);

    private final PublicUrl publicUrl;
    private final Optional<URI> contact;
    private final InstantSource clock;

    DiscoveryPages(PublicUrl publicUrl, GatewayConfig config, InstantSource clock) {
        this.publicUrl = publicUrl;
        contact = config.securityContact();
        this.clock = clock;
    }

    @GET
    @Path("robots.txt")
    @Produces("text/plain;charset=UTF-8")
    public String robots() {
        String rules =
                NOT_FOR_ROBOTS.stream().map(path -> "Disallow: " + path + "\n").collect(Collectors.joining());
        return "User-agent: *\n" + rules + "\nSitemap: " + publicUrl.of("/sitemap.xml") + "\nSitemap: "
                + publicUrl.of("/sitemaps/news.xml") + "\n";
    }

    /** RFC 9116. It is written anew each day, so it expires a while from today. */
    @GET
    @Path(".well-known/security.txt")
    @Produces("text/plain;charset=UTF-8")
    public String security() {
        URI whom = contact.orElseThrow(NotFoundException::new);
        return "Contact: " + whom + "\nExpires: "
                + clock.instant().truncatedTo(ChronoUnit.DAYS).plus(CONTACT_HOLDS) + "\nCanonical: "
                + publicUrl.of("/.well-known/security.txt") + "\n";
    }

    /** OpenSearch 1.1: how browsers and feed readers search here. */
    @GET
    @Path("opensearch.xml")
    @Produces("application/opensearchdescription+xml;charset=UTF-8")
    public String search() {
        return new XmlText()
                .open("OpenSearchDescription", "xmlns", "http://a9.com/-/spec/opensearch/1.1/")
                .element("ShortName", "Parallax")
                .element("Description", "News stories, and who covers them")
                .element("InputEncoding", "UTF-8")
                .element("Image", publicUrl.of("/parallax.svg"), "type", "image/svg+xml")
                .empty("Url", "type", "text/html", "template", publicUrl.of("/search?q={searchTerms}"))
                .empty(
                        "Url",
                        "type",
                        "application/atom+xml",
                        "template",
                        publicUrl.of("/feeds/search.atom?q={searchTerms}"))
                .empty(
                        "Url",
                        "type",
                        "application/opensearchdescription+xml",
                        "rel",
                        "self",
                        "template",
                        publicUrl.of("/opensearch.xml"))
                .end();
    }
}

package news.parallax.gateway.account;

import io.quarkus.oidc.IdToken;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.access.Cookies;
import news.parallax.gateway.access.ReaderPlan;
import news.parallax.gateway.access.ReaderRole;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The way in by an identity provider (OpenID Connect, authorization code flow), if one is set. The provider's own session
 * lives on this path alone; from here on the reader has a session as any other.
 */
@Singleton
@Path("/log-in/provider")
@Produces(MediaType.TEXT_HTML)
class ProviderPages {
    /** A field, as the qualifier does not go with constructors. */
    @Inject
    @IdToken
    JsonWebToken token;

    private final GatewayConfig.Provider config;
    private final EntryClient client;
    private final Cookies cookies;
    private final SecurityIdentity identity;

    @SuppressWarnings("NullAway.Init") // the container sets the field
    ProviderPages(GatewayConfig config, EntryClient client, Cookies cookies, SecurityIdentity identity) {
        this.config = config.provider();
        this.client = client;
        this.cookies = cookies;
        this.identity = identity;
    }

    @GET
    @RunOnVirtualThread
    public Response enter(@HeaderParam(HttpHeaders.USER_AGENT) @Nullable String browser, UriInfo uri) {
        if (!config.enabled() || identity.isAnonymous()) {
            throw new NotFoundException();
        }
        ReaderRole role = identity.hasRole(config.operatorRole()) ? ReaderRole.OPERATOR : ReaderRole.READER;
        String id = ProviderReader.id(token.getIssuer(), token.getSubject());
        String name = Optional.<Object>ofNullable(token.getClaim("name"))
                .map(Object::toString)
                .orElse("");
        client.admit(id, name, ReaderPlan.of(config.plan()), role);
        String secret = client.open(id, Objects.requireNonNullElse(browser, ""));
        return Response.seeOther(URI.create("/"))
                .cookie(cookies.session(secret, uri))
                .build();
    }
}

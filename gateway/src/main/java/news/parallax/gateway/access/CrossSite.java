package news.parallax.gateway.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.parallax.gateway.error.ProblemCode;
import news.parallax.gateway.error.RequestRefused;

/**
 * Keeps other sites from sending forms in a reader's name. Browsers tell where a request came from (Fetch Metadata; older
 * ones only Origin), and no site can make them lie; a session cookie without either is no browser's. A request with a key in
 * its header is nobody else's: no form can set one.
 */
final class CrossSite {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private CrossSite() {}

    /**
     * Fails with CROSS_SITE_REQUEST if the request would change something and another site may have sent it.
     *
     * @param session whether it comes with a session
     */
    static void refuse(ContainerRequestContext request, boolean session) {
        boolean harmless =
                SAFE_METHODS.contains(request.getMethod()) || request.getHeaderString(AccessFilter.HEADER) != null;
        if (!harmless && !sentByUs(request, session)) {
            throw new RequestRefused(
                    ProblemCode.CROSS_SITE_REQUEST,
                    "This form stood on another site, so it was not followed.",
                    Map.of());
        }
    }

    private static boolean sentByUs(ContainerRequestContext request, boolean session) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeaderString("Origin");
        if (origin != null) {
            return hostOf(origin).equals(Optional.ofNullable(request.getHeaderString("Host")));
        }
        return !session;
    }

    private static Optional<String> hostOf(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

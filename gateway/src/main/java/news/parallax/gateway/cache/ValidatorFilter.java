package news.parallax.gateway.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.parallax.gateway.cache.Answer.Life;
import news.parallax.gateway.catalog.Ingredients;
import news.parallax.gateway.error.RouteParameters;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Gives every answer of a GET an entity tag, says 304 to who has it already, and keeps what may be given to other visitors:
 * 200s that shared caches may keep, to requests whose parameters are all known.
 */
@Singleton
class ValidatorFilter {
    /** Below all filters that set headers: those of higher numbers come first. */
    private static final int LAST = 100;

    private final ObjectMapper json;
    private final AnswerCache answers;
    private final Ingredients ingredients;
    private final CurrentVertxRequest exchanges;

    ValidatorFilter(ObjectMapper json, AnswerCache answers, Ingredients ingredients, CurrentVertxRequest exchanges) {
        this.json = json;
        this.answers = answers;
        this.ingredients = ingredients;
        this.exchanges = exchanges;
    }

    @ServerResponseFilter(priority = LAST)
    void validate(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo route) {
        boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!read || response.getStatus() != 200) {
            return;
        }
        body(response).ifPresent(body -> {
            EntityTag tag = EntityTag.of(body);
            response.getHeaders().putSingle(HttpHeaders.ETAG, tag.text());
            keep(request, response, route, body, tag);
            if (tag.isAmong(request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
                response.setStatus(304);
                response.setEntity(null);
            } else {
                response.setEntity(body);
            }
        });
    }

    /** The bytes that will be sent; empty for streams. */
    private Optional<byte[]> body(ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        return switch (response.getEntity()) {
            case null -> Optional.empty();
            case byte[] bytes -> Optional.of(bytes);
            case String text -> Optional.of(text.getBytes(StandardCharsets.UTF_8));
            case Record view when isJson(type) -> Optional.of(written(view));
            case List<?> views when isJson(type) -> Optional.of(written(views));
            case Map<?, ?> view when isJson(type) -> Optional.of(written(view));
            default -> Optional.empty();
        };
    }

    private static boolean isJson(MediaType type) {
        return type != null
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    }

    private byte[] written(Object view) {
        try {
            return json.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(
            ContainerRequestContext request,
            ContainerResponseContext response,
            ResourceInfo route,
            byte[] body,
            EntityTag tag) {
        RoutingContext exchange = exchanges.getCurrent();
        Miss miss = exchange == null ? null : exchange.get(Miss.KEY);
        if (miss == null || !isForAll(response.getStringHeaders()) || !isUnderstood(request, route)) {
            return;
        }
        boolean onlyStories = ingredients.onlyStories();
        boolean inMinutes = MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType())
                && MinuteTimes.areIn(body, Instant.now());
        var life = new Life(
                miss.place(),
                ingredients.storyIds(),
                onlyStories,
                System.nanoTime(),
                answers.life(ingredients.storyIds(), onlyStories, inMinutes).toNanos());
        answers.keep(miss.key(), new Answer(body, tag, response.getStringHeaders(), life));
        miss.flight().land();
    }

    private static boolean isForAll(MultivaluedMap<String, String> headers) {
        return String.valueOf(headers.getFirst(HttpHeaders.CACHE_CONTROL)).contains("public")
                && !headers.containsKey(HttpHeaders.SET_COOKIE);
    }

    /** Pages take parameters that they do not know, of which there are too many to keep answers to. */
    private static boolean isUnderstood(ContainerRequestContext request, ResourceInfo route) {
        Set<String> known = RouteParameters.of(route.getResourceMethod());
        return request.getUriInfo().getQueryParameters().entrySet().stream()
                .allMatch(parameter -> known.contains(parameter.getKey())
                        && parameter.getValue().size() == 1);
    }
}

package news.parallax.gateway.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.grpc.Status;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Curtain;
import news.parallax.gateway.access.ReaderView;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.live.Audience.Seat;
import news.parallax.gateway.story.StoryWatchClient;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Changes of stories as Server-Sent Events. */
@Singleton
@Path("/v1/stream")
@Tag(name = "Stream")
class StreamResource {
    private static final long RETRY_MILLIS = 3_000;
    private static final long OPENING_SECONDS = 5;
    private static final int SOURCES_MOST = 1_000;

    private final Broadcast broadcast;
    private final Audience audience;
    private final StoryWatchClient client;
    private final Visit visit;
    private final Curtain curtain;
    private final ObjectMapper json;
    private final int buffer;

    StreamResource(
            Broadcast broadcast,
            Audience audience,
            StoryWatchClient client,
            Visit visit,
            Curtain curtain,
            ObjectMapper json,
            GatewayConfig config) {
        this.broadcast = broadcast;
        this.audience = audience;
        this.client = client;
        this.visit = visit;
        this.curtain = curtain;
        this.json = json;
        this.buffer = Math.max(1, config.live().buffer());
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            hidden = true, // it answers with a stream, and the description tells of answers
            operationId = "streamStories",
            summary = "What becomes of stories, as it happens",
            description =
                    "Server-Sent Events, each with a change as data: \"founded\", \"changed\" or \"merged\". Every event has an id; "
                            + "a client that comes back with it in Last-Event-ID, as EventSource does, hears every change once. 410 "
                            + "RESUME_TOKEN_EXPIRED: changes after it are no longer kept, so read the lists anew and come without "
                            + "it. A client that does not read is cut off, and every connection ends after an hour.")
    public Multi<OutboundSseEvent> stream(
            @Parameter(
                            description =
                                    "Id of the last event heard; the parameter is for clients that cannot set the header.")
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastEventId,
            @QueryParam("last-event-id") @Nullable String lastEventIdParameter,
            @Parameter(description = "Only these stories, ids separated by commas.") @QueryParam("story") @Nullable
                    String story,
            @Parameter(description = "Only these kinds of events, separated by commas: founded, changed, merged.")
                    @QueryParam("event")
                    @Nullable
                    String event,
            @Parameter(description = "Only stories with a headline in these languages, BCP-47, separated by commas.")
                    @QueryParam("language")
                    @Nullable
                    String language,
            @Parameter(
                            description = "Only stories with a coverage gap. Needs bias.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("gap")
                    @Nullable
                    String gap,
            @Parameter(
                            description = "Only stories of at least so many outlets.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "1000"))
                    @QueryParam("min-sources")
                    @Nullable
                    String minSources,
            @Context Sse sse,
            @Context HttpServerRequest request) {
        boolean gapOnly = Parameters.flag("gap", gap);
        if (gapOnly) {
            visit.require(Capability.BIAS);
        }
        var interest = new Interest(
                Set.copyOf(Parameters.texts("story", story, Parameters.ID)),
                Set.copyOf(Parameters.choices("event", event, EventKind.BY_KEY)),
                Set.copyOf(Parameters.texts("language", language, Parameters.LANGUAGE)),
                gapOnly,
                Parameters.wholeNumber("min-sources", minSources, 0, 0, SOURCES_MOST));
        String place = Objects.requireNonNullElse(lastEventId, Objects.requireNonNullElse(lastEventIdParameter, ""));
        ReaderView reader = visit.reader();
        Seat seat = audience.take(reader.visitor() ? request.remoteAddress().hostAddress() : "reader " + reader.id());
        try {
            Sender sender = new Sender(sse, reader, interest, seat);
            Multi<OutboundSseEvent> events = reader.visitor() ? shared(sender, place) : own(sender, place);
            // response filters do not see streams
            request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store").putHeader("X-Accel-Buffering", "no");
            return events.onTermination().invoke(seat::leave);
        } catch (RuntimeException e) {
            seat.leave();
            throw e;
        }
    }

    /** What makes a listener of a connection. */
    private record Sender(Sse sse, ReaderView reader, Interest interest, Seat seat) {}

    private Multi<OutboundSseEvent> shared(Sender sender, String place) {
        await(broadcast.open());
        if (!place.isEmpty() && !broadcast.knows(place)) {
            return own(sender, place);
        }
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            Listener listener = listener(sender, emitter);
                            emitter.onTermination(() -> broadcast.leave(listener));
                            if (!broadcast.join(listener, place, RETRY_MILLIS)) {
                                listener.end();
                            }
                        },
                        buffer);
    }

    private Multi<OutboundSseEvent> own(Sender sender, String place) {
        OwnStream stream = new OwnStream(client, sender.reader().id(), place, buffer);
        String start = awaitOwn(stream);
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            emitter.onTermination(stream::stop);
                            stream.join(listener(sender, emitter), start, RETRY_MILLIS);
                        },
                        buffer);
    }

    private Listener listener(Sender sender, MultiEmitter<? super OutboundSseEvent> emitter) {
        var listener = new Listener(emitter, sender.sse(), json, curtain, sender.reader(), sender.interest());
        sender.seat().give(listener);
        return listener;
    }

    private static String awaitOwn(OwnStream stream) {
        try {
            return await(stream.open());
        } catch (RuntimeException e) {
            stream.stop();
            throw e;
        }
    }

    private static String await(CompletableFuture<String> opened) {
        try {
            return opened.get(OPENING_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw Status.DEADLINE_EXCEEDED.withCause(e).asRuntimeException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Status.UNAVAILABLE.withCause(e).asRuntimeException();
        }
    }
}

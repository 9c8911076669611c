package news.parallax.gateway.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.grpc.Status;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.access.Curtain;
import news.parallax.gateway.access.ReaderView;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.live.Audience.Seat;
import news.parallax.gateway.source.SourceClient;
import news.parallax.gateway.story.StoryWatchClient;
import news.parallax.gateway.subject.SubjectClient;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Changes of stories as Server-Sent Events. */
@Singleton
@Path("/v1/stream")
@Tag(name = "Stream")
class StreamResource {
    private static final long RETRY_MILLIS = 3_000;
    private static final long OPENING_SECONDS = 5;

    private final Broadcast broadcast;
    private final Audience audience;
    private final StoryWatchClient client;
    private final Research research;
    private final SourceClient sources;
    private final SubjectClient subjects;
    private final Visit visit;
    private final Curtain curtain;
    private final ObjectMapper json;
    private final int buffer;

    StreamResource(
            Broadcast broadcast,
            Audience audience,
            StoryWatchClient client,
            Research research,
            SourceClient sources,
            SubjectClient subjects,
            Visit visit,
            Curtain curtain,
            ObjectMapper json,
            GatewayConfig config) {
        this.broadcast = broadcast;
        this.audience = audience;
        this.client = client;
        this.research = research;
        this.sources = sources;
        this.subjects = subjects;
        this.visit = visit;
        this.curtain = curtain;
        this.json = json;
        this.buffer = Math.max(1, config.live().buffer());
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamStories",
            summary = "What becomes of stories, as it happens",
            description =
                    "Server-Sent Events, named founded, changed or merged, each with a change as JSON: storyId, aspects (founded,"
                            + " articles, telling, coverage, regrouped, merged), time, mergedInto of a merged story, else story as in"
                            + " lists, as far as the reader's plan goes. Every event has an id; "
                            + "a client that comes back with it in Last-Event-ID, as EventSource does, hears every change once. 410 "
                            + "RESUME_TOKEN_EXPIRED: changes after it are no longer kept, so read the lists anew and come without "
                            + "it. A client that does not read is cut off, and every connection ends after an hour.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING, description = "Server-Sent Events.")))
    public Multi<OutboundSseEvent> stream(
            @Parameter(
                            description = "Id of the last event heard: what came after it is told first.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastEventId,
            @Parameter(
                            description = "The same for clients that cannot set a header.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
                    @QueryParam("last-event-id")
                    @Nullable
                    String lastEventIdParameter,
            @BeanParam StreamParameters parameters,
            @Context Sse sse,
            @Context HttpServerRequest request) {
        Interest interest = parameters.toInterest(visit, sources, subjects);
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
                            emitter.onTermination(() -> {
                                broadcast.leave(listener);
                                listener.leave();
                            });
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
                            Listener listener = listener(sender, emitter);
                            emitter.onTermination(() -> {
                                stream.stop();
                                listener.leave();
                            });
                            stream.join(listener, start, RETRY_MILLIS);
                        },
                        buffer);
    }

    private Listener listener(Sender sender, MultiEmitter<? super OutboundSseEvent> emitter) {
        var listener = new Listener(
                emitter, sender.sse(), json, curtain, sender.reader(), sender.interest(), research, buffer);
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

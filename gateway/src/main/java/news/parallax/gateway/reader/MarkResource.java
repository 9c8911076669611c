package news.parallax.gateway.reader;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Parameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a reader follows and mutes, as JSON. */
@Singleton
@Path("/v1/me")
@Tag(name = "Readers")
class MarkResource {
    private final MarkClient marks;
    private final Visit visit;

    MarkResource(MarkClient marks, Visit visit) {
        this.marks = marks;
        this.visit = visit;
    }

    @GET
    @Path("follows")
    @RunOnVirtualThread
    @Operation(
            operationId = "listFollows",
            summary = "What the reader follows, the latest first",
            description = "What the reader follows, the latest first.")
    public MarkListView follows(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return visit.show(marks.follows(
                visit.requireOwner().id(),
                Parameters.wholeNumber("limit", limit, 20, 1, 100),
                Objects.requireNonNullElse(cursor, "")));
    }

    @PUT
    @Path("follows/sources/{domain}")
    @RunOnVirtualThread
    @Operation(
            operationId = "followSource",
            summary = "Follows an outlet, by any of its domains",
            description = "Follows an outlet, by any of its domains.")
    public void followSource(@PathParam("domain") String domain) {
        marks.follow(visit.requireOwner().id(), TargetKind.SOURCE, domain);
    }

    @DELETE
    @Path("follows/sources/{domain}")
    @RunOnVirtualThread
    @Operation(
            operationId = "unfollowSource",
            summary = "No longer follows an outlet",
            description = "No longer follows an outlet.")
    public void unfollowSource(@PathParam("domain") String domain) {
        marks.unfollow(visit.requireOwner().id(), TargetKind.SOURCE, domain);
    }

    @PUT
    @Path("follows/subjects/{id}")
    @RunOnVirtualThread
    @Operation(
            operationId = "followSubject",
            summary = "Follows a topic, a person, a place or another name",
            description = "Follows a topic, a person, a place or another name.")
    public void followSubject(@PathParam("id") String id) {
        marks.follow(visit.requireOwner().id(), TargetKind.SUBJECT, id);
    }

    @DELETE
    @Path("follows/subjects/{id}")
    @RunOnVirtualThread
    @Operation(
            operationId = "unfollowSubject",
            summary = "No longer follows a topic, a person, a place or another name",
            description = "No longer follows a topic, a person, a place or another name.")
    public void unfollowSubject(@PathParam("id") String id) {
        marks.unfollow(visit.requireOwner().id(), TargetKind.SUBJECT, id);
    }

    @GET
    @Path("mutes")
    @RunOnVirtualThread
    @Operation(
            operationId = "listMutes",
            summary = "What the reader muted, the latest first",
            description = "What the reader muted, the latest first.")
    public MarkListView mutes(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return visit.show(marks.mutes(
                visit.requireOwner().id(),
                Parameters.wholeNumber("limit", limit, 20, 1, 100),
                Objects.requireNonNullElse(cursor, "")));
    }

    @PUT
    @Path("mutes/sources/{domain}")
    @RunOnVirtualThread
    @Operation(
            operationId = "muteSource",
            summary = "Mutes an outlet, by any of its domains",
            description = "Mutes an outlet, by any of its domains.")
    public void muteSource(@PathParam("domain") String domain) {
        marks.mute(visit.requireOwner().id(), TargetKind.SOURCE, domain);
    }

    @DELETE
    @Path("mutes/sources/{domain}")
    @RunOnVirtualThread
    @Operation(
            operationId = "unmuteSource",
            summary = "No longer mutes an outlet",
            description = "No longer mutes an outlet.")
    public void unmuteSource(@PathParam("domain") String domain) {
        marks.unmute(visit.requireOwner().id(), TargetKind.SOURCE, domain);
    }

    @PUT
    @Path("mutes/subjects/{id}")
    @RunOnVirtualThread
    @Operation(
            operationId = "muteSubject",
            summary = "Mutes a topic, a person, a place or another name",
            description = "Mutes a topic, a person, a place or another name.")
    public void muteSubject(@PathParam("id") String id) {
        marks.mute(visit.requireOwner().id(), TargetKind.SUBJECT, id);
    }

    @DELETE
    @Path("mutes/subjects/{id}")
    @RunOnVirtualThread
    @Operation(
            operationId = "unmuteSubject",
            summary = "No longer mutes a topic, a person, a place or another name",
            description = "No longer mutes a topic, a person, a place or another name.")
    public void unmuteSubject(@PathParam("id") String id) {
        marks.unmute(visit.requireOwner().id(), TargetKind.SUBJECT, id);
    }

    @PUT
    @Path("mutes/owners/{id}")
    @RunOnVirtualThread
    @Operation(
            operationId = "muteOwner",
            summary = "Mutes the outlets of an owner, and of the owners below it",
            description = "Mutes the outlets of an owner, and of the owners below it.")
    public void muteOwner(@PathParam("id") String id) {
        marks.mute(visit.requireOwner().id(), TargetKind.OWNER, id);
    }

    @DELETE
    @Path("mutes/owners/{id}")
    @RunOnVirtualThread
    @Operation(
            operationId = "unmuteOwner",
            summary = "No longer mutes the outlets of an owner",
            description = "No longer mutes the outlets of an owner.")
    public void unmuteOwner(@PathParam("id") String id) {
        marks.unmute(visit.requireOwner().id(), TargetKind.OWNER, id);
    }
}

package news.parallax.gateway.subject;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.PageParameters;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.error.ProblemCode;
import news.parallax.gateway.error.RequestRefused;
import news.parallax.gateway.story.SortParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Topics, people and places as JSON. */
@Singleton
@Path("/v1")
@Tag(name = "Subjects")
class SubjectResource {
    private static final Map<String, SubjectLabel> KINDS = Map.of(
            "topic", SubjectLabel.TOPIC,
            "name", SubjectLabel.NAME,
            "person", SubjectLabel.PERSON,
            "place", SubjectLabel.PLACE);
    private static final String DETAILS = "With the outlets that cover it most, and a page of the stories about it.";

    private final SubjectClient subjects;
    private final Visit visit;

    SubjectResource(SubjectClient subjects, Visit visit) {
        this.subjects = subjects;
        this.visit = visit;
    }

    @GET
    @Path("/subjects")
    @RunOnVirtualThread
    @Operation(
            operationId = "listSubjects",
            summary = "What stories are about",
            description =
                    "Topics, names, people and places, those with most stories first. Topics are of one language, "
                            + "names of the letters that they are written in, countries the same in every language.")
    public SubjectListView list(
            @Parameter(
                            description = "Only those of these kinds: topic, name, person, place.",
                            example = "person,place",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
                    @QueryParam("kind")
                    @Nullable
                    String kind,
            @BeanParam PageParameters page) {
        return visit.show(subjects.list(Parameters.choices("kind", kind, KINDS), page.limit(), page.cursor()));
    }

    @GET
    @Path("/subjects/{id}")
    @RunOnVirtualThread
    @Operation(operationId = "getSubject", summary = "One topic, person or place", description = DETAILS)
    public SubjectDetailsView get(
            @Parameter(description = "Id of the subject.", example = "6b23c0d5f35d1b11f9b6") @PathParam("id") String id,
            @BeanParam SortParameters sort,
            @BeanParam PageParameters page) {
        return visit.show(find(id, EnumSet.allOf(SubjectLabel.class), sort, page));
    }

    @GET
    @Path("/topics")
    @RunOnVirtualThread
    @Operation(
            operationId = "listTopics",
            summary = "Topics",
            description = "Words and phrases that stories are about, those with most stories first.")
    public SubjectListView topics(@BeanParam PageParameters page) {
        return visit.show(subjects.list(List.of(SubjectLabel.TOPIC), page.limit(), page.cursor()));
    }

    @GET
    @Path("/topics/{id}")
    @RunOnVirtualThread
    @Operation(operationId = "getTopic", summary = "One topic", description = DETAILS)
    public SubjectDetailsView topic(
            @Parameter(description = "Id of the topic.", example = "6b23c0d5f35d1b11f9b6") @PathParam("id") String id,
            @BeanParam SortParameters sort,
            @BeanParam PageParameters page) {
        return visit.show(find(id, Set.of(SubjectLabel.TOPIC), sort, page));
    }

    @GET
    @Path("/places")
    @RunOnVirtualThread
    @Operation(
            operationId = "listPlaces",
            summary = "Places",
            description = "Countries, regions and cities that stories are about, those with most stories first.")
    public SubjectListView places(@BeanParam PageParameters page) {
        return visit.show(subjects.list(List.of(SubjectLabel.PLACE), page.limit(), page.cursor()));
    }

    @GET
    @Path("/places/{id}")
    @RunOnVirtualThread
    @Operation(operationId = "getPlace", summary = "One place", description = DETAILS)
    public SubjectDetailsView place(
            @Parameter(description = "Id of the place, or the ISO 3166-1 alpha-2 code of a country.", example = "BE")
                    @PathParam("id")
                    String id,
            @BeanParam SortParameters sort,
            @BeanParam PageParameters page) {
        return visit.show(find(id, Set.of(SubjectLabel.PLACE), sort, page));
    }

    private SubjectDetailsView find(String id, Set<SubjectLabel> kinds, SortParameters sort, PageParameters page) {
        SubjectDetailsView found = subjects.get(id, page.limit(), page.cursor(), sort.latest());
        if (!kinds.contains(found.subject().kind())) {
            throw new RequestRefused(
                    ProblemCode.SUBJECT_NOT_FOUND,
                    "The subject " + id + " is a " + found.subject().kind().key() + ".",
                    Map.of("subject_id", id));
        }
        return found;
    }
}

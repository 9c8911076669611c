package news.parallax.gateway.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.subject.SubjectLabel;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Typeahead as JSON. */
@Singleton
@Path("/v1/suggestions")
@Tag(name = "Search")
class SuggestionResource {
    private static final int LIMIT_DEFAULT = 10;
    private static final int LIMIT_MAX = 50;
    private static final Map<String, List<SubjectLabel>> KINDS = Map.of(
            "topic", List.of(SubjectLabel.TOPIC),
            "name", List.of(SubjectLabel.NAME),
            "person", List.of(SubjectLabel.PERSON),
            "place", List.of(SubjectLabel.PLACE));

    private final SuggestionClient suggestions;
    private final Visit visit;

    SuggestionResource(SuggestionClient suggestions, Visit visit) {
        this.suggestions = suggestions;
        this.visit = visit;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            operationId = "listSuggestions",
            summary = "Subjects and outlets that a few letters may be the beginning of",
            description = "The likeliest first: those that begin so, those with a word that begins so, those that are "
                    + "written much alike; of each those with most stories.")
    public SuggestionListView list(
            @Parameter(
                            required = true,
                            description = "What was typed: the beginning of a name, or of a word of it.",
                            example = "belg",
                            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 100))
                    @QueryParam("q")
                    @Nullable
                    String q,
            @Parameter(
                            description = "Only subjects of this kind, and no outlets.",
                            example = "place",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"topic", "name", "person", "place"}))
                    @QueryParam("kind")
                    @Nullable
                    String kind,
            @Parameter(
                            description = "How many subjects and how many outlets to answer at most.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "50",
                                            defaultValue = "10"))
                    @QueryParam("limit")
                    @Nullable
                    String limit) {
        return visit.show(suggestions.list(
                Parameters.required("q", q),
                Parameters.choice("kind", kind, List.of(), KINDS),
                kind != null,
                Parameters.wholeNumber("limit", limit, LIMIT_DEFAULT, 1, LIMIT_MAX)));
    }
}

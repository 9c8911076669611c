package news.parallax.gateway.live;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.error.ProblemCode;
import news.parallax.gateway.error.RequestRefused;
import news.parallax.gateway.live.Interest.About;
import news.parallax.gateway.source.SourceClient;
import news.parallax.gateway.subject.SubjectClient;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which changes of stories, as a listener asks for them; several values stand with commas between them, at most 20. */
public class StreamParameters {
    private static final int SOURCES_MOST = 1_000;
    /** ISO 3166-1, and the code that everybody uses for Kosovo: what the catalog takes. */
    private static final Set<String> COUNTRIES =
            Stream.concat(Stream.of("XK"), Stream.of(Locale.getISOCountries())).collect(Collectors.toSet());

    @Parameter(description = "Only these stories, by id.", schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    @QueryParam("story")
    @Nullable
    String story;

    @Parameter(
            description = "Only these kinds of events: founded, changed, merged.",
            example = "founded,merged",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    @QueryParam("event")
    @Nullable
    String event;

    @Parameter(
            description = "Only stories with an article of one of these outlets: main or other domains.",
            example = "harbor.example,wire.example",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    @QueryParam("source")
    @Nullable
    String source;

    @Parameter(
            description = "Only stories with an outlet of one of these countries, ISO 3166-1 alpha-2.",
            example = "BE,NL",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    @QueryParam("country")
    @Nullable
    String country;

    @Parameter(
            description =
                    "Only stories about all of these topics, people and places, by id; a country also by its code.",
            example = "BE",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    @QueryParam("subject")
    @Nullable
    String subject;

    @Parameter(
            description = "Only stories with a headline in one of these languages, BCP-47.",
            example = "fr,nl",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    @QueryParam("language")
    @Nullable
    String language;

    @Parameter(
            description = "Only stories with a coverage gap. Needs bias.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @QueryParam("gap")
    @Nullable
    String gap;

    @Parameter(
            description = "Only stories of at least so many outlets.",
            example = "3",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "1000", defaultValue = "0"))
    @QueryParam("min-sources")
    @Nullable
    String minSources;

    /**
     * Returns what is asked; refused if a value is not understood, names what is not in the catalog, or would tell what the reader
     * may not see.
     */
    Interest toInterest(Visit visit, SourceClient sources, SubjectClient subjects) {
        boolean gapOnly = Parameters.flag("gap", gap);
        if (gapOnly) {
            visit.require(Capability.BIAS);
        }
        return new Interest(
                Set.copyOf(Parameters.texts("story", story, Parameters.ID)),
                Set.copyOf(Parameters.choices("event", event, EventKind.BY_KEY)),
                Set.copyOf(Parameters.texts("language", language, Parameters.LANGUAGE)),
                gapOnly,
                Parameters.wholeNumber("min-sources", minSources, 0, 0, SOURCES_MOST),
                about(sources, subjects));
    }

    /** A name that nobody has would be a stream that never says anything. */
    private About about(SourceClient sources, SubjectClient subjects) {
        List<String> codes = Parameters.texts("country", country, Parameters.COUNTRY).stream()
                .map(code -> code.toUpperCase(Locale.ROOT))
                .toList();
        codes.forEach(StreamParameters::requireCountry);
        List<String> outlets = Parameters.texts("source", source, Parameters.TEXT);
        List<String> topics = Parameters.texts("subject", subject, Parameters.TEXT);
        return new About(
                outlets.stream().map(domain -> sources.get(domain).id()).collect(Collectors.toSet()),
                Set.copyOf(codes),
                topics.stream().map(subjects::idOf).collect(Collectors.toSet()));
    }

    private static void requireCountry(String code) {
        if (!COUNTRIES.contains(code)) {
            throw new RequestRefused(
                    ProblemCode.FILTER_INVALID,
                    "The parameter \"country\" has \"" + code + "\", which is no country.",
                    Map.of("parameter", "country", "value", code));
        }
    }
}

package news.parallax.gateway.story;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.error.ProblemCode;
import news.parallax.gateway.error.RequestRefused;
import news.parallax.gateway.rating.BiasLabel;
import news.parallax.gateway.rating.FactualityLabel;
import news.parallax.gateway.rating.OwnershipLabel;
import news.parallax.gateway.rating.SideLabel;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which stories, as every list of them can be asked; several values stand with commas between them, at most 20. */
public class CriteriaParameters {
    private static final Map<String, BiasLabel> BIASES = keys(BiasLabel.values(), BiasLabel.UNRATED, BiasLabel::key);
    private static final Map<String, FactualityLabel> FACTUALITIES =
            keys(FactualityLabel.values(), FactualityLabel.UNKNOWN, FactualityLabel::key);
    private static final Map<String, OwnershipLabel> OWNERS =
            keys(OwnershipLabel.values(), OwnershipLabel.UNKNOWN, OwnershipLabel::key);
    private static final Map<String, String> KINDS = same("news", "opinion", "live", "video", "sponsored");
    private static final Map<String, String> ACCESS = same("free", "paid");
    private static final int MIN_SOURCES_MAX = 10_000;

    @Parameter(
            description = "Only stories with news at this time or later, RFC 3339.",
            example = "2026-10-05T00:00:00Z",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @QueryParam("from")
    @Nullable
    String from;

    @Parameter(
            description = "Only stories that began before this time, RFC 3339.",
            example = "2026-10-06T00:00:00Z",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @QueryParam("to")
    @Nullable
    String to;

    @Parameter(
            description = "Only stories with an article of one of these outlets: main or other domains.",
            example = "harbor.example,wire.example",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    @QueryParam("source")
    @Nullable
    String source;

    @Parameter(
            description =
                    "Only stories with an outlet of one of these sides: left, center, right, unrated. Needs bias.",
            example = "left,right",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    @QueryParam("side")
    @Nullable
    String side;

    @Parameter(
            description =
                    "Only stories with an outlet at one of these steps: far-left, left, lean-left, center, lean-right,"
                            + " right, far-right. Needs bias.",
            example = "lean-left,center",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    @QueryParam("bias")
    @Nullable
    String bias;

    @Parameter(
            description =
                    "Only stories with an outlet so factual: very-high, high, mixed, low, very-low. Needs factuality.",
            example = "very-high,high",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    @QueryParam("factuality")
    @Nullable
    String factuality;

    @Parameter(
            description = "Only stories with an outlet that has such an owner: independent, conglomerate, corporation,"
                    + " private-equity, individual, government, telecom, other. Needs ownership.",
            example = "government",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    @QueryParam("owner-category")
    @Nullable
    String ownerCategory;

    @Parameter(
            description = "Only stories with an outlet of one of these countries, ISO 3166-1 alpha-2.",
            example = "BE,NL",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    @QueryParam("country")
    @Nullable
    String country;

    @Parameter(
            description = "Only stories with an article in one of these languages, BCP-47; \"pt\" includes \"pt-BR\".",
            example = "fr,nl",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    @QueryParam("language")
    @Nullable
    String language;

    @Parameter(
            description = "Only stories about all of these topics, people and places, by id.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    @QueryParam("subject")
    @Nullable
    String subject;

    @Parameter(
            description = "Only stories with such an article: news, opinion, live, video, sponsored.",
            example = "opinion",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    @QueryParam("kind")
    @Nullable
    String kind;

    @Parameter(
            description = "Only stories with an article that everybody (free) or only paying readers (paid) can read.",
            example = "free",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"free", "paid"}))
    @QueryParam("access")
    @Nullable
    String access;

    @Parameter(
            description = "Only stories with at least so many outlets.",
            example = "3",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "10000", defaultValue = "0"))
    @QueryParam("min-sources")
    @Nullable
    String minSources;

    @Parameter(
            description =
                    "Only stories with such an outlet: newspaper, broadcaster, agency, magazine, digital, aggregator,"
                            + " government, other, or an operator's own word.",
            example = "agency",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    @QueryParam("source-kind")
    @Nullable
    String sourceKind;

    @Parameter(
            description = "Only stories with an outlet whose newsroom is in one of these places.",
            example = "Ghent",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    @QueryParam("source-place")
    @Nullable
    String sourcePlace;

    @Parameter(
            description = "Only stories with an outlet or a subject that the reader follows. Needs an API key.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @QueryParam("followed")
    @Nullable
    String followed;

    /** Returns what is asked; refused if a value is not understood, or would tell what the reader may not see. */
    public StoryCriteria toCriteria(Visit visit) {
        requireCapabilities(visit);
        boolean followedOnly = Parameters.flag("followed", followed);
        if (followedOnly && visit.reader().visitor()) {
            throw new RequestRefused(
                    ProblemCode.LOGIN_REQUIRED,
                    "What you follow is known by your API key.",
                    Map.of("parameter", "followed"));
        }
        return new StoryCriteria(
                Parameters.moment("from", from),
                Parameters.moment("to", to),
                false,
                Parameters.wholeNumber("min-sources", minSources, 0, 0, MIN_SOURCES_MAX),
                followedOnly,
                outlets(),
                new StoryCriteria.Articles(
                        Parameters.texts("language", language, Parameters.LANGUAGE),
                        Parameters.choices("kind", kind, KINDS),
                        Parameters.choice("access", access, "", ACCESS)),
                Parameters.texts("subject", subject, Parameters.ID));
    }

    private StoryCriteria.Outlets outlets() {
        return new StoryCriteria.Outlets(
                Parameters.texts("source", source, Parameters.TEXT),
                Parameters.choices("side", side, SideLabel.BY_KEY),
                Parameters.choices("bias", bias, BIASES),
                Parameters.choices("factuality", factuality, FACTUALITIES),
                Parameters.choices("owner-category", ownerCategory, OWNERS),
                Parameters.texts("country", country, Parameters.COUNTRY).stream()
                        .map(code -> code.toUpperCase(Locale.ROOT))
                        .toList(),
                Parameters.texts("source-kind", sourceKind, Parameters.WORD),
                Parameters.texts("source-place", sourcePlace, Parameters.TEXT));
    }

    private void requireCapabilities(Visit visit) {
        if (side != null || bias != null) {
            visit.require(Capability.BIAS);
        }
        if (factuality != null) {
            visit.require(Capability.FACTUALITY);
        }
        if (ownerCategory != null) {
            visit.require(Capability.OWNERSHIP);
        }
    }

    private static <L> Map<String, L> keys(L[] labels, L unknown, Function<L, String> key) {
        return Arrays.stream(labels)
                .filter(label -> !label.equals(unknown))
                .collect(Collectors.toUnmodifiableMap(key, label -> label));
    }

    private static Map<String, String> same(String... words) {
        return List.of(words).stream().collect(Collectors.toUnmodifiableMap(word -> word, word -> word));
    }
}

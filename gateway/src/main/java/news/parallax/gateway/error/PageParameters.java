package news.parallax.gateway.error;

import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a list: the parameters that every list takes. */
public class PageParameters {
    private static final int LIMIT_DEFAULT = 20;
    private static final int LIMIT_MAX = 100;

    @Parameter(
            description = "How many to answer at most.",
            example = "20",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
    @QueryParam("limit")
    @Nullable
    String limit;

    @Parameter(
            description = "Where the page starts: nextCursor of the page before, with the same order and filters.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    @QueryParam("cursor")
    @Nullable
    String cursor;

    /** Returns how many, from 1 to 100; refused by name otherwise. */
    public int limit() {
        return Parameters.wholeNumber("limit", limit, LIMIT_DEFAULT, 1, LIMIT_MAX);
    }

    /** Returns where the page starts; empty for the first. */
    public String cursor() {
        return Objects.requireNonNullElse(cursor, "");
    }
}

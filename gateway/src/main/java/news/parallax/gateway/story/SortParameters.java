package news.parallax.gateway.story;

import jakarta.ws.rs.QueryParam;
import java.util.Map;
import news.parallax.gateway.error.Parameters;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** In which order stories come that are found without words. */
public class SortParameters {
    @Parameter(
            description = "In which order stories come: by weight, which fades with hours and grows with independent "
                    + "outlets, or by latest news.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"top", "latest"},
                            defaultValue = "top"))
    @QueryParam("sort")
    @Nullable
    String sort;

    /** Whether by latest news instead of weight. */
    public boolean latest() {
        return Parameters.choice("sort", sort, false, Map.of("top", false, "latest", true));
    }
}

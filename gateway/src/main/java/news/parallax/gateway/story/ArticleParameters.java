package news.parallax.gateway.story;

import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.rating.SideLabel;
import org.jspecify.annotations.Nullable;

/** How a story's page is asked for its articles. A field of its form that was left empty says nothing. */
public class ArticleParameters {
    private static final Map<String, Boolean> ACCESS = Map.of("free", true, "all", false);

    @QueryParam("sort")
    @Nullable
    String sort;

    @QueryParam("side")
    @Nullable
    String side;

    @QueryParam("language")
    @Nullable
    String language;

    @QueryParam("country")
    @Nullable
    String country;

    @QueryParam("kind")
    @Nullable
    String kind;

    @QueryParam("access")
    @Nullable
    String access;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    /** Returns what is asked for; refused if a value is not understood, or would tell what the reader may not see. */
    ArticleChoice toChoice(Visit visit) {
        String askedSide = given(side);
        SideLabel chosen =
                askedSide == null ? null : Parameters.choice("side", askedSide, SideLabel.UNRATED, SideLabel.BY_KEY);
        ArticleOrder order = Parameters.choice("sort", given(sort), ArticleOrder.NEWEST, ArticleOrder.BY_KEY);
        if (chosen != null || order == ArticleOrder.SIDE) {
            visit.require(Capability.BIAS);
        }
        return new ArticleChoice(
                order,
                chosen,
                one("language", language, Parameters.LANGUAGE),
                one("country", country, Parameters.COUNTRY).toUpperCase(Locale.ROOT),
                one("kind", kind, Parameters.WORD),
                Parameters.choice("access", given(access), false, ACCESS));
    }

    /** Where the list goes on: after the report of that id; empty for its beginning. */
    String cursor() {
        return Objects.requireNonNullElse(cursor, "");
    }

    private static String one(String name, @Nullable String value, Parameters.Look look) {
        var values = Parameters.texts(name, given(value), look);
        return values.isEmpty() ? "" : values.getFirst();
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }
}

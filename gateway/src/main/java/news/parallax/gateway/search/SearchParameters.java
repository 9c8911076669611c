package news.parallax.gateway.search;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.rating.SideLabel;
import org.jspecify.annotations.Nullable;

/** How the page of the search is asked. A field of its form that was left empty says nothing. */
public class SearchParameters {
    private static final Map<String, Boolean> SORTS = Map.of("relevance", false, "latest", true);
    private static final Map<String, Integer> DAYS = Map.of("day", 1, "week", 7, "month", 30);
    private static final Map<String, String> KINDS =
            Map.of("news", "news", "opinion", "opinion", "live", "live", "video", "video", "sponsored", "sponsored");
    private static final int WORDS_LENGTH_MAX = 200;

    @QueryParam("q")
    @Nullable
    String q;

    @QueryParam("sort")
    @Nullable
    String sort;

    @QueryParam("since")
    @Nullable
    String since;

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

    @QueryParam("gap")
    @Nullable
    String gap;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    /** Returns what is asked; refused if a value is not understood, or would tell what the reader may not see. */
    SearchChoice toChoice(Visit visit) {
        String askedSide = given(side);
        SideLabel chosen =
                askedSide == null ? null : Parameters.choice("side", askedSide, SideLabel.UNRATED, SideLabel.BY_KEY);
        boolean gapOnly = Parameters.flag("gap", given(gap));
        if (chosen != null || gapOnly) {
            visit.require(Capability.BIAS);
        }
        String words = Objects.requireNonNullElse(q, "").strip();
        return new SearchChoice(
                words.length() > WORDS_LENGTH_MAX ? words.substring(0, WORDS_LENGTH_MAX) : words,
                Parameters.choice("sort", given(sort), false, SORTS),
                Parameters.choice("since", given(since), 0, DAYS),
                chosen,
                first(Parameters.texts("language", given(language), Parameters.LANGUAGE)),
                first(Parameters.texts("country", given(country), Parameters.COUNTRY))
                        .toUpperCase(Locale.ROOT),
                Parameters.choice("kind", given(kind), "", KINDS),
                Parameters.choice("access", given(access), false, Map.of("free", true, "all", false)),
                gapOnly);
    }

    /** Where the list goes on; empty for its beginning. */
    String cursor() {
        return Objects.requireNonNullElse(cursor, "");
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "" : values.getFirst();
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }
}

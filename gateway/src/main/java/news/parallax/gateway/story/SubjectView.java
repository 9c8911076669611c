package news.parallax.gateway.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something a story is about.
 *
 * @param text as most outlets write it
 * @param kind person, place, topic; name if nothing tells whose it is
 * @param outletCount outlets with an independent report that names it
 * @param country ISO 3166-1 alpha-2 code, if it is a country
 * @param articleId an article that names it
 * @param subjectId its id among all that stories are about; absent for a moment after the story was told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubjectView(
        String text,
        String kind,
        int outletCount,
        @Nullable String country,
        String articleId,
        @Nullable String subjectId) {
    /** Address of the page of what it is about; empty if it has none yet. */
    public String href() {
        if (subjectId == null) {
            return country == null ? "" : "/places/" + country;
        }
        return (kind.equals("place") ? "/places/" : "/topics/") + subjectId;
    }
}

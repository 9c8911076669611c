package news.parallax.gateway.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Something that stories are about, the same in all of them.
 *
 * @param id stable
 * @param kind topic, person, place; name if nothing tells whose it is
 * @param name as one of the stories that named it first writes it
 * @param country ISO 3166-1 alpha-2 code, if it is a country
 * @param storyCount stories about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubjectRecordView(
        String id, SubjectLabel kind, String name, @Nullable String country, int storyCount) {}

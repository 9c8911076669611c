package news.parallax.gateway.reader;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key of a reader, without the key itself.
 *
 * @param id stable; tells nothing of the key
 * @param name what the reader calls it
 * @param scope "read": what everybody may read, as far as the plan goes; "personal": also what belongs to the reader
 * @param createTime when it was made
 * @param lastUseTime when it was last used, to the minute; absent if never
 * @param expireTime from when on it opens nothing; absent if never
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyView(
        String id,
        String name,
        String scope,
        Instant createTime,
        @Nullable Instant lastUseTime,
        @Nullable Instant expireTime) {}

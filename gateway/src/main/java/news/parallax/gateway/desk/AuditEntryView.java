package news.parallax.gateway.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * Something that an operator did or tried.
 *
 * @param createTime when
 * @param actor who, as they were called then
 * @param action UPPER_SNAKE
 * @param target to what; absent if to nothing
 * @param detail more, in words; absent if there is none
 * @param outcome done, refused or failed
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AuditEntryView(
        Instant createTime, String actor, String action, String target, String detail, String outcome) {}

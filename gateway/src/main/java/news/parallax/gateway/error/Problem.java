package news.parallax.gateway.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * What went wrong, as RFC 9457 writes it.
 *
 * @param type always about:blank: the code tells problems apart
 * @param title the HTTP status in words
 * @param status the HTTP status
 * @param detail one sentence for people
 * @param instance path of the request
 * @param code UPPER_SNAKE constant for programs; stable
 * @param parameter the query parameter at fault; absent if none is
 * @param metadata values that the detail mentions; absent if none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String parameter,
        Map<String, String> metadata) {}

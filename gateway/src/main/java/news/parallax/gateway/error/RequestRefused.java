package news.parallax.gateway.error;

import java.util.Map;

/** A request that cannot be answered as asked. The message is one sentence for the reader. */
public final class RequestRefused extends RuntimeException {
    /** Why, for programs; stable. */
    public enum Reason {
        PARAMETER_UNKNOWN,
        PARAMETER_INVALID,
        PARAMETER_REPEATED,
        API_KEY_UNKNOWN,
        CAPABILITY_LOCKED,
        CROSS_SITE_REQUEST
    }

    private final Reason reason;
    private final Map<String, String> metadata;

    /** @param metadata every value the message mentions, by name */
    public RequestRefused(Reason reason, String message, Map<String, String> metadata) {
        super(message);
        this.reason = reason;
        this.metadata = Map.copyOf(metadata);
    }

    Reason reason() {
        return reason;
    }

    Map<String, String> metadata() {
        return metadata;
    }
}

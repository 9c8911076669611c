package news.parallax.gateway.error;

import java.util.Map;

/** A request that cannot be answered as asked. The message is one sentence for the reader. */
public final class RequestRefused extends RuntimeException {
    private final ProblemCode code;
    private final Map<String, String> metadata;

    /** @param metadata every value the message mentions, by name */
    public RequestRefused(ProblemCode code, String message, Map<String, String> metadata) {
        super(message);
        this.code = code;
        this.metadata = Map.copyOf(metadata);
    }

    ProblemCode code() {
        return code;
    }

    Map<String, String> metadata() {
        return metadata;
    }
}

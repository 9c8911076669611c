package news.parallax.gateway.error;

import java.net.URI;
import java.util.Map;

/** What is asked for has another address for good. */
public final class RequestMoved extends RuntimeException {
    private final ProblemCode code;
    private final URI address;
    private final Map<String, String> metadata;

    /**
     * @param message one sentence for the reader
     * @param address where it is, without host
     * @param metadata every value the message mentions, by name
     */
    public RequestMoved(ProblemCode code, String message, URI address, Map<String, String> metadata) {
        super(message);
        this.code = code;
        this.address = address;
        this.metadata = Map.copyOf(metadata);
    }

    ProblemCode code() {
        return code;
    }

    URI address() {
        return address;
    }

    Map<String, String> metadata() {
        return metadata;
    }
}

package news.parallax.catalog.error;

import java.util.HashMap;
import java.util.Map;

/** A call that cannot be answered, and why: a reason for programs, a sentence for people, and the values it names. */
public abstract sealed class CatalogException extends RuntimeException {
    private final String reason;
    private final String message;
    private final Map<String, String> metadata;

    private CatalogException(String reason, String message, Map<String, String> metadata) {
        super(message);
        this.reason = reason;
        this.message = message;
        this.metadata = Map.copyOf(metadata);
    }

    /** Returns an UPPER_SNAKE constant. */
    public String reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /** Returns every value that the message mentions. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /** There is no such thing. */
    public static final class NotFound extends CatalogException {
        public NotFound(String reason, String message, Map<String, String> metadata) {
            super(reason, message, metadata);
        }
    }

    /** The request is malformed; sent again it will be refused again. */
    public static final class Invalid extends CatalogException {
        public Invalid(String reason, String message, Map<String, String> metadata) {
            super(reason, message, metadata);
        }

        /** Returns the same refusal that also says where: in which article, say. */
        public Invalid with(String name, String value) {
            var more = new HashMap<>(metadata());
            more.put(name, value);
            return new Invalid(reason(), "%s (%s %s)".formatted(getMessage(), name, value), more);
        }
    }

    /** It belongs to somebody else. */
    public static final class Taken extends CatalogException {
        public Taken(String reason, String message, Map<String, String> metadata) {
            super(reason, message, metadata);
        }
    }

    /** The caller no longer has what the call needs. */
    public static final class Lost extends CatalogException {
        public Lost(String reason, String message, Map<String, String> metadata) {
            super(reason, message, metadata);
        }
    }
}

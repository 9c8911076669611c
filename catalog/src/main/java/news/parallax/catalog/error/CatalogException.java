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

    /** Returns the same refusal that also says where: in which article, say. */
    public abstract CatalogException with(String name, String value);

    private static String sentence(CatalogException refusal, String name, String value) {
        return "%s (%s %s)".formatted(refusal.getMessage(), name, value);
    }

    private static Map<String, String> values(CatalogException refusal, String name, String value) {
        var more = new HashMap<>(refusal.metadata());
        more.put(name, value);
        return more;
    }

    /** There is no such thing. */
    public static final class NotFound extends CatalogException {
        public NotFound(String reason, String message, Map<String, String> metadata) {
            super(reason, message, metadata);
        }

        @Override
        public NotFound with(String name, String value) {
            return new NotFound(reason(), sentence(this, name, value), values(this, name, value));
        }
    }

    /** The request is malformed; sent again it will be refused again. */
    public static final class Invalid extends CatalogException {
        public Invalid(String reason, String message, Map<String, String> metadata) {
            super(reason, message, metadata);
        }

        @Override
        public Invalid with(String name, String value) {
            return new Invalid(reason(), sentence(this, name, value), values(this, name, value));
        }
    }

    /** Whoever calls has not shown who they are. */
    public static final class Unauthenticated extends CatalogException {
        public Unauthenticated(String reason, String message, Map<String, String> metadata) {
            super(reason, message, metadata);
        }

        @Override
        public Unauthenticated with(String name, String value) {
            return new Unauthenticated(reason(), sentence(this, name, value), values(this, name, value));
        }
    }

    /** It belongs to somebody else. */
    public static final class Taken extends CatalogException {
        public Taken(String reason, String message, Map<String, String> metadata) {
            super(reason, message, metadata);
        }

        @Override
        public Taken with(String name, String value) {
            return new Taken(reason(), sentence(this, name, value), values(this, name, value));
        }
    }

    /** It was there once, and is no longer kept. */
    public static final class Expired extends CatalogException {
        public Expired(String reason, String message, Map<String, String> metadata) {
            super(reason, message, metadata);
        }

        @Override
        public Expired with(String name, String value) {
            return new Expired(reason(), sentence(this, name, value), values(this, name, value));
        }
    }

    /** So much is not given to anybody at once; later it may be. */
    public static final class Exhausted extends CatalogException {
        public Exhausted(String reason, String message, Map<String, String> metadata) {
            super(reason, message, metadata);
        }

        @Override
        public Exhausted with(String name, String value) {
            return new Exhausted(reason(), sentence(this, name, value), values(this, name, value));
        }
    }

    /** So much is at work that nothing was begun for this call; it may be made again, here or at another copy. */
    public static final class Busy extends CatalogException {
        public Busy(String reason, String message, Map<String, String> metadata) {
            super(reason, message, metadata);
        }

        @Override
        public Busy with(String name, String value) {
            return new Busy(reason(), sentence(this, name, value), values(this, name, value));
        }
    }

    /** The caller no longer has what the call needs. */
    public static final class Lost extends CatalogException {
        public Lost(String reason, String message, Map<String, String> metadata) {
            super(reason, message, metadata);
        }

        @Override
        public Lost with(String name, String value) {
            return new Lost(reason(), sentence(this, name, value), values(this, name, value));
        }
    }
}

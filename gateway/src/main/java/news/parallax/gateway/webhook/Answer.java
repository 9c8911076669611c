package news.parallax.gateway.webhook;

import java.time.Instant;
import java.util.Optional;

/** How a message went. */
sealed interface Answer {
    /** The receiver took it. */
    record Taken(int status) implements Answer {}

    /**
     * The receiver did not take it, or could not be reached.
     *
     * @param status what it answered; 0 if nothing
     * @param error for the reader
     * @param again when it wants the message again, if it says so
     */
    record Refused(int status, String error, Optional<Instant> again) implements Answer {}
}

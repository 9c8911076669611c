package news.parallax.gateway.webhook;

import java.util.Optional;

/** What was wrong with the form that makes a webhook. */
public enum WebhookNotice {
    NONE,
    URL,
    NAME,
    SOURCE,
    SUBJECT,
    FILTER,
    FULL;

    /** Returns what the catalog objects to; empty if it is nothing that another entry in the form would mend. */
    static Optional<WebhookNotice> of(String reason) {
        return switch (reason) {
            case "URL_INVALID" -> Optional.of(URL);
            case "NAME_INVALID" -> Optional.of(NAME);
            case "SOURCE_NOT_FOUND" -> Optional.of(SOURCE);
            case "SUBJECT_NOT_FOUND" -> Optional.of(SUBJECT);
            case "FILTER_INVALID", "FILTER_TOO_LONG" -> Optional.of(FILTER);
            case "TOO_MANY_WEBHOOKS" -> Optional.of(FULL);
            default -> Optional.empty();
        };
    }
}

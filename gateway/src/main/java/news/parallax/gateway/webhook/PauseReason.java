package news.parallax.gateway.webhook;

import java.util.Locale;

/** Why a webhook is paused. */
public enum PauseReason {
    READER,
    FAILING,
    GONE,
    TOO_MANY_WAITING;

    static PauseReason of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

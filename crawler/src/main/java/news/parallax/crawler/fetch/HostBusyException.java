package news.parallax.crawler.fetch;

import java.io.IOException;
import java.time.Duration;

/** Somebody else is at a host, so it was not asked. */
public final class HostBusyException extends IOException {

    private final Duration wait;

    /** @param wait after which time it may be free */
    public HostBusyException(String reason, Duration wait) {
        super(reason);
        this.wait = wait;
    }

    Duration waiting() {
        return wait;
    }
}

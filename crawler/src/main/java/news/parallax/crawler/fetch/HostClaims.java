package news.parallax.crawler.fetch;

import java.io.IOException;
import java.time.Duration;

/** Which hosts we may ask, when others crawl beside us: one crawler at a time is at a host, and keeps its pace alone. */
public interface HostClaims {

    /**
     * Waits until the host is ours at least until the next request could follow.
     *
     * @throws HostBusyException if it is not for too long
     */
    void enter(String host, Duration interval) throws IOException, InterruptedException;

    /** The request that entered is done. */
    void leave(String host, Duration interval);

    /** Nobody crawls beside us. */
    static HostClaims alone() {
        return new HostClaims() {
            @Override
            public void enter(String host, Duration interval) {}

            @Override
            public void leave(String host, Duration interval) {}
        };
    }
}

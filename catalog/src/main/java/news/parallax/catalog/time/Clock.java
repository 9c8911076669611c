package news.parallax.catalog.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The time of day, for whoever asks for an {@link InstantSource}. */
@Singleton
public class Clock {
    @Produces
    @Singleton
    InstantSource now() {
        return InstantSource.system();
    }
}

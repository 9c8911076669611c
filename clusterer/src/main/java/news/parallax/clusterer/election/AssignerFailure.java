package news.parallax.clusterer.election;

import org.jspecify.annotations.Nullable;

/** No copy could assign in time; nothing is known to be stored, and all may be sent again. */
public final class AssignerFailure extends RuntimeException {

    AssignerFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

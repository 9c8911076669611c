package news.parallax.clusterer.embedding;

import java.time.Duration;
import java.util.List;
import news.parallax.clusterer.text.Vector;

/** What an endpoint that was asked for vectors says. */
sealed interface EndpointAnswer {

    /** One for each text, in order. */
    record Vectors(List<Vector> vectors) implements EndpointAnswer {}

    /** It would say the same again. */
    record Refused(String reason) implements EndpointAnswer {}

    /**
     * It may answer later.
     *
     * @param later how much, if it says so; else zero
     */
    record Away(String reason, Duration later) implements EndpointAnswer {}
}

package news.parallax.clusterer;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import news.parallax.clusterer.catalog.CatalogFailure;
import news.parallax.clusterer.catalog.SourceClient;
import news.parallax.clusterer.digest.model.ModelDigests;
import news.parallax.clusterer.election.Election;

/** What the clusterer does by the clock, beside the stream; of several copies the one that assigns. */
@Singleton
public final class Rhythms {

    /** Between two looks for a story that the language model could tell. */
    private static final Duration MODEL_INTERVAL = Duration.ofMillis(500);

    /** Between two looks for articles that are where they are for other reasons than were told. */
    private static final Duration EXPLANATION_INTERVAL = Duration.ofSeconds(1);

    private final Clusterer clusterer;
    private final Election election;
    private final SourceClient sources;
    private final ModelDigests models;
    private final List<Rhythm> rhythms;

    Rhythms(Clusterer clusterer, Election election, SourceClient sources, ModelDigests models, ClustererConfig config) {
        this.clusterer = clusterer;
        this.election = election;
        this.sources = sources;
        this.models = models;
        this.rhythms = List.of(
                new Rhythm("consolidation", config.grouping().consolidationInterval(), this::consolidate),
                new Rhythm("digests", config.digest().flushInterval(), this::tellWaiting),
                new Rhythm("explanations", EXPLANATION_INTERVAL, this::explainWaiting),
                new Rhythm("outlets", config.catalog().ratedOutletsInterval(), this::refreshOutlets),
                new Rhythm("following", config.lease().followInterval(), this::follow),
                new Rhythm("model-digests", MODEL_INTERVAL, this::tellByModel));
    }

    void onStart(@Observes StartupEvent event) {
        rhythms.forEach(Rhythm::start);
    }

    void onStop(@Observes ShutdownEvent event) {
        rhythms.forEach(Rhythm::stop);
    }

    /** Also when too few articles come to make it due by their number. */
    private void consolidate() {
        if (election.isHeld()) {
            long start = System.nanoTime();
            int changes = clusterer.consolidate();
            if (changes > 0) {
                Log.infof(
                        "stories looked at again changes=%d millis=%d",
                        changes, Duration.ofNanos(System.nanoTime() - start).toMillis());
            }
        }
    }

    /** While another copy assigns. */
    private void follow() {
        if (election.isElsewhere()) {
            try {
                long start = System.nanoTime();
                int articles = clusterer.follow(election::isElsewhere);
                Log.debugf(
                        "followed articles=%d millis=%d",
                        articles, Duration.ofNanos(System.nanoTime() - start).toMillis());
            } catch (CatalogFailure e) {
                Log.warnf("not followed now reason=%s", e.getMessage());
            }
        }
    }

    /** The stories that changed and were not told with their articles. */
    private void tellWaiting() {
        untilFalse(() -> election.isHeld() && clusterer.tellWaiting());
    }

    private void explainWaiting() {
        untilFalse(() -> election.isHeld() && clusterer.explainWaiting());
    }

    private static void untilFalse(BooleanSupplier step) {
        boolean more = true;
        while (more) {
            more = step.getAsBoolean();
        }
    }

    /** Nothing waits for it: until it succeeds stories are told without sides. */
    private void refreshOutlets() {
        try {
            clusterer.know(sources.ratedOutlets());
        } catch (CatalogFailure e) {
            Log.warnf("rated outlets not known anew reason=%s", e.getMessage());
        }
    }

    /** One story after the other, if there is a model; whatever goes wrong with one, the next ones are told. */
    private void tellByModel() {
        if (models.isOn() && election.isHeld()) {
            models.next().ifPresent(clusterer::tell);
        }
    }
}

package news.parallax.clusterer.ingest;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import news.parallax.clusterer.digest.model.ModelServer;
import news.parallax.clusterer.digest.model.ModelServer.Behavior;

/** A language model for the service, which tells stories at once. */
public final class ModelServerResource implements QuarkusTestResourceLifecycleManager {

    private static ModelServer current;

    /** The one of this test run. */
    static ModelServer current() {
        return current;
    }

    @Override
    public Map<String, String> start() {
        current = new ModelServer(Behavior.HONEST);
        return Map.of(
                "parallax.clusterer.digest.model", "ollama",
                "parallax.clusterer.digest.model.url", current.url(),
                "parallax.clusterer.digest.model.name", "m7",
                "parallax.clusterer.digest.model.attempts", "1",
                "parallax.clusterer.digest.model.timeout", "2s",
                "parallax.clusterer.digest.model.settle-time", "0s");
    }

    @Override
    public void stop() {
        current.close();
    }
}

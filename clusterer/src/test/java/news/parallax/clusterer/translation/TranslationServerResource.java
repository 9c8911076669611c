package news.parallax.clusterer.translation;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Has the service translate by a {@link TranslationServer}: articles in Esperanto and Chinese. */
public final class TranslationServerResource implements QuarkusTestResourceLifecycleManager {

    private TranslationServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = new TranslationServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("parallax.clusterer.translation.url", server.url("ok").toString());
    }

    @Override
    public void stop() {
        server.close();
    }
}

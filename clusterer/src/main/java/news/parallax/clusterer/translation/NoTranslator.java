package news.parallax.clusterer.translation;

import java.time.Duration;
import java.util.List;

/** Translates nothing and calls nobody: the default. */
public final class NoTranslator implements Translator {

    @Override
    public String engine() {
        return "";
    }

    @Override
    public Outcome translate(List<String> texts, String language, Duration patience) {
        return new Outcome.NotSpoken();
    }
}

package news.parallax.gateway.reader;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.parallax.gateway.rating.BiasLabel;

/** The steps of the bias scale that a reader can hold an outlet to be at. */
final class BiasChoices {
    static final List<BiasLabel> ALL = Arrays.stream(BiasLabel.values())
            .filter(bias -> bias != BiasLabel.UNRATED)
            .toList();
    static final Map<String, BiasLabel> BY_KEY = new LinkedHashMap<>();

    static {
        ALL.forEach(bias -> BY_KEY.put(bias.key(), bias));
    }

    private BiasChoices() {}
}

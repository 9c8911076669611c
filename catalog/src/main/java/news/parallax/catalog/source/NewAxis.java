package news.parallax.catalog.source;

import java.util.List;

/**
 * An axis to import.
 *
 * @param steps from lowest to highest, at least two
 */
public record NewAxis(String id, String name, List<String> steps) {
    public NewAxis {
        steps = List.copyOf(steps);
    }
}

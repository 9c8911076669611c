package news.parallax.clusterer.election;

import java.util.List;
import news.parallax.clusterer.Clusterer.Analyzed;

/**
 * Articles that are handed over together, to be filed.
 *
 * @param refused positions of articles that do not come, as they are flawed
 */
public record Consignment(List<Item> items, List<Position> refused) {

    public Consignment {
        items = List.copyOf(items);
        refused = List.copyOf(refused);
    }

    /** One of the articles. */
    public record Item(Analyzed article, Position position) {}
}

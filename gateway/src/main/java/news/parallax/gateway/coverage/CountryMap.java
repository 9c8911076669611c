package news.parallax.gateway.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which countries the outlets of a story are from, on a coarse map.
 *
 * @param tiles the countries that the map has
 * @param rows all countries, those with most outlets first, then by code
 * @param unplaced outlets whose country is not known
 */
public record CountryMap(List<Tile> tiles, List<Row> rows, int unplaced) {
    private static final String LAND = World.land();

    /**
     * A country on the map.
     *
     * @param country ISO 3166-1 alpha-2
     * @param x left edge
     * @param y upper edge
     * @param shade 1 for one outlet, 2 for two or three, 3 for more
     */
    public record Tile(String country, int x, int y, int shade) {}

    /**
     * A country in the table.
     *
     * @param country ISO 3166-1 alpha-2
     * @param sourceCount outlets from there
     */
    public record Row(String country, int sourceCount) {}

    /** Returns the map of these outlets. */
    public static CountryMap of(List<CoverageSourceView> sources) {
        Map<String, Integer> counts = new TreeMap<>();
        sources.forEach(source -> counts.merge(source.country(), 1, Integer::sum));
        Integer unplaced = counts.remove("");
        List<Row> rows = counts.entrySet().stream()
                .map(count -> new Row(count.getKey(), count.getValue()))
                .sorted(Comparator.comparing(Row::sourceCount).reversed())
                .toList();
        List<Tile> tiles = new ArrayList<>();
        World.cells(List.copyOf(counts.keySet()))
                .forEach((country, cell) -> tiles.add(new Tile(
                        country,
                        World.STEP * cell.column(),
                        World.STEP * cell.row(),
                        shade(counts.getOrDefault(country, 0)))));
        tiles.sort(Comparator.comparing(Tile::country));
        return new CountryMap(List.copyOf(tiles), rows, unplaced == null ? 0 : unplaced);
    }

    /** Every country as an SVG path. */
    public String land() {
        return LAND;
    }

    private static int shade(int sourceCount) {
        return sourceCount == 1 ? 1 : sourceCount < 4 ? 2 : 3;
    }
}

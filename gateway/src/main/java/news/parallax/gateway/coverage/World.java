package news.parallax.gateway.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The map of the world that pages draw on: one square a country, from {@code world.txt}. */
final class World {
    /** Distance of two squares; a square is one less wide. */
    static final int STEP = 10;

    private static final Map<String, Cell> CELLS = read();

    /** Where a country stands, in squares from the left and the top. */
    record Cell(int column, int row) {}

    private World() {}

    /** Returns where the countries of these codes stand; those that the map has not are left out. */
    static Map<String, Cell> cells(List<String> codes) {
        Map<String, Cell> found = new HashMap<>();
        codes.forEach(code -> {
            Cell cell = CELLS.get(code);
            if (cell != null) {
                found.put(code, cell);
            }
        });
        return found;
    }

    /** All countries as one SVG path. */
    static String land() {
        StringBuilder path = new StringBuilder();
        CELLS.values()
                .forEach(cell -> path.append("M%d %dh9v9h-9z".formatted(STEP * cell.column(), STEP * cell.row())));
        return path.toString();
    }

    private static Map<String, Cell> read() {
        Map<String, Cell> cells = new HashMap<>();
        List<String> rows = new ArrayList<>(
                text().lines().filter(line -> !line.startsWith("#")).toList());
        for (int row = 0; row < rows.size(); row++) {
            String[] codes = rows.get(row).split(" ");
            for (int column = 0; column < codes.length; column++) {
                if (!codes[column].equals("..")) {
                    cells.put(codes[column], new Cell(column, row));
                }
            }
        }
        return Map.copyOf(cells);
    }

    private static String text() {
        try (InputStream bytes = World.class.getResourceAsStream("/world.txt")) {
            if (bytes == null) {
                throw new IllegalStateException("not in the jar: world.txt");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

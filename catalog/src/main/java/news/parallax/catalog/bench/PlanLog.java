package news.parallax.catalog.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The server's log, to which it writes plans as JSON; a node names its type before its table. */
final class PlanLog {
    private static final Pattern SEQUENTIAL_SCAN =
            Pattern.compile("\"Node Type\": \"Seq Scan\"[^{}]*?\"Relation Name\": \"(\\w+)\"");

    private static final Pattern PLAN = Pattern.compile("\"Query Text\":");

    private final Path log;
    private long read;

    PlanLog(Path log) {
        this.log = log;
    }

    /**
     * What has been executed.
     *
     * @param statements how many
     * @param scanned tables that were read from one end to the other
     */
    record Plans(long statements, Set<String> scanned) {}

    /** Returns the plans since the last call. */
    Plans next(Collection<String> tables) throws IOException {
        byte[] all = Files.readAllBytes(log);
        String text = new String(all, (int) read, (int) (all.length - read), StandardCharsets.UTF_8);
        read = all.length;
        Set<String> scanned = new TreeSet<>();
        SEQUENTIAL_SCAN
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(tables::contains)
                .forEach(scanned::add);
        return new Plans(PLAN.matcher(text).results().count(), scanned);
    }
}

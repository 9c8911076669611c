package news.parallax.crawler.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Asks the running crawler for pages, feeds and home pages, and hands it OPML files: {@code PORT URL|FILE.opml…}. Prints
 * one JSON object for each; what went wrong is one, too.
 */
public final class CrawlCommand {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private CrawlCommand() {}

    /** Exits 0 if all went well, 1 if something did not, 2 on wrong arguments. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager"); // it complains otherwise
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        if (arguments.size() < 2 || !arguments.getFirst().matches("\\d{1,5}")) {
            err.println("usage: PORT URL|FILE.opml…");
            return WRONG_USE;
        }
        ObjectMapper json = new ObjectMapper();
        int exitCode = 0;
        try (var client = new CrawlerClient(Integer.parseInt(arguments.getFirst()))) {
            for (String what : arguments.subList(1, arguments.size())) {
                Map<String, Object> answer = answer(client, what);
                out.println(json.writeValueAsString(answer));
                exitCode = answer.containsKey("error") ? FAILED : exitCode;
            }
        }
        return exitCode;
    }

    private static Map<String, Object> answer(CrawlerClient client, String what) {
        if (!what.endsWith(".opml") || what.contains("://")) {
            return client.crawl(what);
        }
        try {
            return client.importOpml(what, Files.readAllBytes(Path.of(what)));
        } catch (NoSuchFileException e) {
            return Map.of("file", what, "error", "NO_SUCH_FILE", "message", "there is no such file");
        } catch (IOException e) {
            return Map.of("file", what, "error", "UNREADABLE", "message", String.valueOf(e.getMessage()));
        }
    }
}

package news.parallax.catalog.backup;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import news.parallax.catalog.EarlySettings;
import news.parallax.catalog.database.EmbeddedPostgresException;

/** Writes the catalog's database to a file, or fills an empty one from it: {@code backup FILE} or {@code restore FILE}. */
public final class BackupCommand {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private BackupCommand() {}

    /** Exits 0 when all is done, 1 if nothing is, with the reason, 2 on wrong arguments. */
    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager"); // it complains otherwise
        System.exit(run(List.of(arguments), BackupSettings.of(EarlySettings.read()), System.out, System.err));
    }

    static int run(List<String> arguments, BackupSettings settings, PrintStream out, PrintStream err) {
        if (arguments.size() != 2 || !List.of("backup", "restore").contains(arguments.getFirst())) {
            err.println("usage: backup FILE, or restore FILE");
            return WRONG_USE;
        }
        Path file = Path.of(arguments.getLast()).toAbsolutePath();
        try {
            PostgresClient client = PostgresClient.find(settings.client());
            if (arguments.getFirst().equals("backup")) {
                long bytes = new Backup(client, settings).writeTo(file);
                out.println(String.format(Locale.ROOT, "%s: %.1f MB", file, bytes / 1e6));
            } else {
                new Restore(client, settings).readFrom(file);
                out.println("restored from " + file);
            }
            return 0;
        } catch (BackupException | EmbeddedPostgresException e) {
            err.println(e.getMessage());
            return FAILED;
        }
    }
}

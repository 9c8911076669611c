package news.parallax.catalog.transfer;

import io.grpc.StatusException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.util.List;

/**
 * Sends files to the running catalog, or fetches them from it: {@code import PORT [--dry-run] [--format FORMAT]
 * [--date YYYY-MM-DD] FILE|FOLDER…} or {@code export PORT FOLDER}.
 */
public final class TransferCommand {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private TransferCommand() {}

    /** Exits 0 when the files were taken, refused rows or not, 1 if the catalog refused them all, 2 on wrong arguments. */
    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager"); // it complains otherwise
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            var options = TransferOptions.parse(arguments);
            try (var client = new TransferClient(options.port())) {
                if (options.export()) {
                    client.fetch(options.folder()).forEach(out::println);
                } else {
                    client.send(options.files(), options.dryRun()).forEach(out::println);
                }
            }
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return WRONG_USE;
        } catch (NoSuchFileException e) {
            err.println(e.getFile() + ": no such file");
        } catch (IOException e) {
            err.println(e.getMessage());
        } catch (StatusException e) {
            err.println("the catalog refused: " + e.getStatus().getDescription());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return FAILED;
    }
}

package news.parallax.catalog.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Writes the whole database to one file, as of one moment, while the catalog goes on or rests. Only the owner can read the
 * file: it holds what readers read, and hashes of their passwords.
 */
final class Backup {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final PostgresClient client;
    private final BackupSettings settings;

    Backup(PostgresClient client, BackupSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /**
     * Returns how many bytes it took. A file of that name is replaced when the new one is complete.
     *
     * @throws BackupException if nothing could be written, with the reason
     */
    long writeTo(Path file) {
        if (Files.isDirectory(file)) {
            throw new BackupException("%s is a folder: name a file".formatted(file));
        }
        if (!Files.isDirectory(file.resolveSibling(""))) {
            throw new BackupException("There is no folder %s".formatted(file.resolveSibling("")));
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (Database database = Database.toRead(settings)) {
            if (!database.hasCatalog()) {
                throw new BackupException("There is no catalog in %s: nothing to back up".formatted(database));
            }
            Files.deleteIfExists(part);
            Files.createFile(part, OWNER_ONLY);
            part.toFile().deleteOnExit();
            client.runOn(
                    database.address(),
                    "pg_dump",
                    "--format=custom",
                    "--no-owner",
                    "--no-privileges",
                    "--no-password",
                    "--file=" + part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return Files.size(file);
        } catch (IOException e) {
            throw new BackupException("%s cannot be written: %s".formatted(file, e), e);
        } finally {
            part.toFile().delete();
        }
    }
}

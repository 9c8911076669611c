package news.parallax.catalog.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder that an embedded PostgreSQL lives in, ours alone from {@link #open} to {@link #close}:
 *
 * <pre>
 * lock           held while a catalog uses the folder
 * password       of the database user, readable by the owner only
 * cluster/       PostgreSQL's own files
 * postgres-…/    its programs, one folder for each version
 * postgres.log   what it said since it was last started
 * </pre>
 *
 * Whatever is made here appears under its name only when it is complete; {@code *.part} is what a killed process left.
 */
final class DataFolder implements AutoCloseable {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Creates the folder if there is none. Refused if it cannot be written or another process has it. */
    static DataFolder open(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        FileChannel channel;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("The data folder %s cannot be written: %s".formatted(folder, e), e);
        }
        if (!locked(channel)) {
            throw new EmbeddedPostgresException("Another catalog is using the data folder %s".formatted(folder));
        }
        var data = new DataFolder(folder, channel);
        data.removeParts();
        return data;
    }

    /** Whether another process has the folder; false if there is none. */
    static boolean inUse(Path folder) {
        Path lock = folder.resolve("lock");
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return !locked(channel);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("The data folder %s cannot be used: %s".formatted(folder, e), e);
        }
    }

    Path cluster() {
        return folder.resolve("cluster");
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    /** Whether a program is one that was unpacked here. */
    boolean contains(Path program) {
        return program.startsWith(folder);
    }

    /** Returns a new name for something to be made and then given to {@link #complete}. */
    Path part() {
        return folder.resolve(UUID.randomUUID() + ".part");
    }

    /** Gives a part its name, at once and for good. */
    void complete(Path part, Path target) throws IOException {
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /** Returns the file with the password, made up when there is none. */
    Path passwordFile() throws IOException {
        Path file = folder.resolve("password");
        if (!Files.exists(file)) {
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            Path part = Files.createFile(part(), OWNER_ONLY);
            Files.writeString(part, HexFormat.of().formatHex(secret), StandardOpenOption.SYNC);
            complete(part, file);
        }
        return file;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean locked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removeParts() {
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(entry -> entry.toString().endsWith(".part")).forEach(DataFolder::remove);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path part) {
        try (Stream<Path> files = Files.walk(part)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // an initdb that outlived its catalog may still be writing: the next start removes the rest
        }
    }
}

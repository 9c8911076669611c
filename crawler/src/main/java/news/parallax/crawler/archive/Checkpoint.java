package news.parallax.crawler.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import news.parallax.crawler.archive.ArchiveRecord.Position;

/**
 * A small file that says up to where an archive was answered. Its name is made of the archive's size, start and end, so an
 * archive is known again where it was moved to, and a changed one is another. Replaced at once, never half written.
 */
final class Checkpoint {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int IDENTITY_BYTES = 1 << 16;

    private final Optional<Path> file;
    private final Path archive;

    /**
     * Finds the checkpoint of an archive.
     *
     * @param folder where checkpoints are; if empty, nothing is kept
     */
    Checkpoint(Optional<Path> folder, Path archive) throws IOException {
        this.archive = archive;
        String name = folder.isPresent() ? identity(archive) + ".json" : "";
        this.file = folder.map(path -> path.resolve(name));
    }

    private static String identity(Path archive) throws IOException {
        try (FileChannel channel = FileChannel.open(archive)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = channel.size();
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, size));
            for (long at : new long[] {0, Math.max(0, size - IDENTITY_BYTES)}) {
                ByteBuffer bytes = ByteBuffer.allocate(IDENTITY_BYTES);
                channel.read(bytes, at);
                digest.update(bytes.flip());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns from where to go on; the start if nothing is kept or what is kept cannot be read. */
    Position read() {
        try {
            if (file.isPresent() && Files.exists(file.get())) {
                JsonNode kept = JSON.readTree(file.get().toFile());
                return new Position(
                        kept.path("offset").asLong(0), kept.path("records").asLong(0));
            }
        } catch (IOException unreadable) {
            return Position.START; // repeats what was answered already, which is harmless
        }
        return Position.START;
    }

    void write(Position position) throws IOException {
        if (file.isPresent() && position.offset() > 0) {
            Path target = file.get();
            Files.createDirectories(target.toAbsolutePath().getParent());
            Path part = target.resolveSibling(target.getFileName() + ".part");
            JSON.writeValue(
                    part.toFile(),
                    Map.of(
                            "archive", archive.toString(),
                            "offset", position.offset(),
                            "records", position.records()));
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Forgets how far the archive was answered, so that it is replayed from its start. */
    void delete() throws IOException {
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }
}

package news.parallax.crawler.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import news.parallax.crawler.archive.ArchiveRecord.Position;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

    private static final Position THERE = new Position(1234, 5);

    @TempDir
    private Path folder;

    private Path archive;

    @BeforeEach
    void writeArchive() throws IOException {
        archive = Files.writeString(folder.resolve("a.jsonl"), "{}\n".repeat(50_000));
    }

    @Test
    void anArchiveIsKnownAgainWhereItWasMovedTo() throws IOException {
        checkpoint(archive).write(THERE);
        Path moved = Files.move(archive, folder.resolve("b.jsonl"));
        assertThat(checkpoint(moved).read()).isEqualTo(THERE);
    }

    @Test
    void anArchiveThatWasChangedIsAnother() throws IOException {
        checkpoint(archive).write(THERE);
        Files.writeString(archive, "[]\n".repeat(50_000));
        assertThat(checkpoint(archive).read()).isEqualTo(Position.START);
    }

    @Test
    void whatIsDeletedOrCannotBeReadIsTheStart() throws IOException {
        checkpoint(archive).write(THERE);
        checkpoint(archive).delete();
        assertThat(checkpoint(archive).read()).isEqualTo(Position.START);

        checkpoint(archive).write(THERE);
        try (var files = Files.list(folder.resolve("kept"))) {
            Files.writeString(files.findFirst().orElseThrow(), "{\"off");
        }
        assertThat(checkpoint(archive).read()).isEqualTo(Position.START);
    }

    @Test
    void withoutAFolderNothingIsKept() throws IOException {
        Checkpoint none = new Checkpoint(Optional.empty(), archive);
        none.write(THERE);
        assertThat(none.read()).isEqualTo(Position.START);
    }

    private Checkpoint checkpoint(Path file) throws IOException {
        return new Checkpoint(Optional.of(folder.resolve("kept")), file);
    }
}

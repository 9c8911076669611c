package news.parallax.catalog.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferOptionsTest {
    @TempDir
    Path folder;

    @Test
    void aFileThatIsNotThereIsSaidToBeSoWhateverItIsCalled() {
        for (String name : List.of("nosuch.csv", "sources.csv")) {
            var err = new ByteArrayOutputStream();
            String path = folder.resolve(name).toString();
            int code = TransferCommand.run(
                    List.of("import", "1", path), System.out, new PrintStream(err, true, StandardCharsets.UTF_8));
            assertThat(code).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines(path + ": no such file");
        }
    }

    @Test
    void aFileOfAnUnknownNameIsAskedForItsFormat() throws Exception {
        Path file = Files.createFile(folder.resolve("outlets.csv"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransferOptions.parse(List.of("import", "1", file.toString())))
                .withMessageContaining("say it with --format");
        assertThat(TransferOptions.parse(List.of("import", "1", "--format", "sources-csv", file.toString()))
                        .files())
                .extracting(LocalFile::format)
                .containsExactly(FileFormat.SOURCES_CSV);
    }
}

package news.parallax.crawler.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {

    @Test
    void aLineThatIsTooLongIsCutAndTheNextIsWhole() throws IOException {
        BoundedLines lines = new BoundedLines(
                new ByteArrayInputStream("abcdefgh\nxy\n\nlast".getBytes(StandardCharsets.UTF_8)), 4, 0);
        assertThat(lines.next()).contains("abcde");
        assertThat(lines.next()).contains("xy");
        assertThat(lines.next()).contains("");
        assertThat(lines.next()).contains("last");
        assertThat(lines.offset()).isEqualTo(17);
        assertThat(lines.next()).isEmpty();
    }
}

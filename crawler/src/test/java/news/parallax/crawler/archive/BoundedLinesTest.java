package news.parallax.crawler.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {

    @Test
    void aLineThatIsTooLongIsCutAndTheNextIsWhole() throws IOException {
        BoundedLines lines = new BoundedLines(new StringReader("abcdefgh\nxy\n\nlast"), 4);
        assertThat(lines.next()).contains("abcde");
        assertThat(lines.next()).contains("xy");
        assertThat(lines.next()).contains("");
        assertThat(lines.next()).contains("last");
        assertThat(lines.next()).isEmpty();
    }
}

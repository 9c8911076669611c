package news.parallax.catalog.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceNameTest {
    @Test
    void aNameIsOneLine() {
        assertThat(SourceName.of(" The\n\tHarbor ")).contains("The Harbor");
    }

    @Test
    void aNameThatIsAllBlankIsNone() {
        assertThat(SourceName.of(" \n")).isEmpty();
    }

    @Test
    void aLongNameIsCut() {
        assertThat(SourceName.of("x".repeat(201))).contains("x".repeat(200));
    }
}

package news.parallax.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagTest {
    private final EntityTag tag = EntityTag.of("text".getBytes(StandardCharsets.UTF_8));

    @Test
    void aHeaderMayNameManyTagsStrongOrWeakOrAny() {
        String strong = tag.text().substring(2);

        assertThat(tag.isAmong(tag.text())).isTrue();
        assertThat(tag.isAmong("\"other\", " + strong)).isTrue();
        assertThat(tag.isAmong(" * ")).isTrue();
        assertThat(tag.isAmong("\"other\"")).isFalse();
        assertThat(tag.isAmong("")).isFalse();
        assertThat(tag.isAmong(null)).isFalse();
    }

    @Test
    void otherTextHasAnotherTag() {
        assertThat(EntityTag.of(new byte[] {1})).isNotEqualTo(EntityTag.of(new byte[] {2}));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br, zstd | BROTLI",
                "GZIP | GZIP",
                "br;q=0, gzip;q=0.5 | GZIP",
                "gzip;q=0.000 | IDENTITY",
                "deflate | IDENTITY",
                "x-br | IDENTITY"
            })
    void theBestCodingThatIsAcceptedIsUsed(String header, Coding coding) {
        assertThat(Coding.best(header)).isEqualTo(coding);
    }
}

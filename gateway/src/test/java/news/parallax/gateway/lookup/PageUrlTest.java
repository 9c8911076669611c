package news.parallax.gateway.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageUrlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://a.example/b | https://a.example/b
            https://a.example/b#c?d=e | https://a.example/b
            https://a.example/b?id=5 | https://a.example/b?id=5
            https://a.example/b?utm_source=x | https://a.example/b?utm_source=x https://a.example/b
            https://a.example/b?id=5&fbclid=x#c | https://a.example/b?id=5&fbclid=x https://a.example/b?id=5
            https://a.example/b?utmost=5 | https://a.example/b?utmost=5
            https://a.example/b? | https://a.example/b? https://a.example/b
            """)
    void aPageIsLookedForAsItIsAndWithoutTheMarksOfThoseWhoPassedItOn(String url, String candidates) {
        assertThat(new PageUrl(url).candidates()).containsExactlyElementsOf(Arrays.asList(candidates.split(" ")));
    }
}

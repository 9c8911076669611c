package news.parallax.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedDataTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"</script><script>alert(1)</script>", "<!-- <script", "]]>", "\"},{\"", "\\", "&lt;", "\u2028 x"
            })
    void hostileTextEndsNoScriptElementAndIsReadAsItWas(String hostile) throws Exception {
        String data = LinkedData.write(List.of(LinkedData.thing("Thing", "name", hostile)));
        var scripts = Jsoup.parse("<script type=application/ld+json>" + data + "</script><p>")
                .select("script");

        assertThat(data).doesNotContain("<", ">", "&");
        assertThat(scripts).hasSize(1);
        assertThat(new ObjectMapper()
                        .readTree(scripts.first().data())
                        .at("/@graph/0/name")
                        .asText())
                .isEqualTo(PlainText.of(hostile));
    }
}

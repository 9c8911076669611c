package news.parallax.catalog.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SlugTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Storm hits coast: 3 dead, 20 missing | storm-hits-coast-3-dead-20-missing",
                "en | The minister’s “last” word…           | the-ministers-last-word",
                "de | Größere Überschwemmungen in Köln      | groessere-ueberschwemmungen-in-koeln",
                "fr | L'été à Nîmes                         | lete-a-nimes",
                "tr | IĞDIR'DA ŞİDDETLİ DEPREM              | igdirda-siddetli-deprem",
                "ru | Щербаков уехал в Киев                 | shcherbakov-uyekhal-v-kiyev",
                "uk | Щербаков поїхав до Києва              | shcherbakov-poyikhav-do-kyyeva",
                "bg | Щастие в България                     | shtastie-v-bulgariya",
                "el | Ισχυρός σεισμός στην Κρήτη            | iskhiros-sismos-stin-kriti",
                "zh | 北京暴雨                               | bei-jing-bao-yu",
                "ja | 東京で地震                             | ''",
                "ja | スカイツリー                           | sukaitsuri",
                "'' | Ünknown                               | unknown",
                "en | 👍                                     | ''",
            })
    void aHeadlineIsWrittenByTheRulesOfItsLanguage(String language, String title, String slug) {
        assertThat(Slug.of(title, language)).isEqualTo(slug);
    }

    @Test
    void aLongHeadlineIsCutBetweenWords() {
        assertThat(Slug.of("word ".repeat(30), "en")).isEqualTo("word-".repeat(15) + "word");
        assertThat(Slug.of("a".repeat(200), "en")).isEqualTo("a".repeat(80));
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverTheHeadlineTheSlugFitsIntoAnAddress(int seed) {
        var random = new Random(seed);
        int[] points = random.ints(random.nextInt(120), 1, 0x2FFFF).toArray();
        String language = new String[] {"", "de", "ru", "x-none", "zh-Hant", "ja"}[random.nextInt(6)];
        assertThat(Slug.of(new String(points, 0, points.length), language)).matches("([a-z0-9]+(-[a-z0-9]+)*)?");
    }
}

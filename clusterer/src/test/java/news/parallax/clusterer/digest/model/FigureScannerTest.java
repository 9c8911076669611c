package news.parallax.clusterer.digest.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import news.parallax.clusterer.digest.model.FigureScanner.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FigureScannerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 1,200 cars | 1200",
                "en | 1.25 cars | 1.25",
                "en | 1,234,567.5 litres | 1234567.5",
                "en | 2.4 million cars | 2400000",
                "en | versions 1.2,3.4 and 1,2.3,4 | 1; 2; 3; 4; 1; 2; 3; 4",
                "en | $2.4bn or €5 | 2400000000 dollar; 5 euro",
                "en | US$12 million | 12000000 dollar",
                "en | between 5 and 7 per cent | 5; 7 percent",
                "en | two hundred thousand people | 200000",
                "en | three-quarters of twenty-five | 3; 25",
                "en | a hundred dollars, two cars | 100 dollar; 2",
                "en | one of them, and a million | 1000000",
                "en | two three-year terms | 2; 3",
                "en | the 3rd and the fourth of 1990s | 3; 4; 1990",
                "en | F-16 and G7 | 16; 7",
                "de | 1.200 Autos und 1,25 Liter | 1200; 1.25",
                "de | 1.234.567,5 Liter | 1234567.5",
                "de | am 2.3.2026 | 2; 3; 2026",
                "de | zweihundert und fünfunddreißig | 200; 35",
                "de | 3,5 Mrd. Euro | 3500000000 euro",
                "fr | 1 200 voitures, 5 pour cent | 1200; 5 percent",
                "ru | 31 тысяча, двадцать пять | 31000; 25",
                "ru | 2,5 млрд рублей | 2500000000 ruble",
                "zh | 二百四十万美元 | 2400000 dollar",
                "zh | 240万欧元 | 2400000 euro",
                "zh | 一亿二千万元 | 120000000 yuan",
                "zh | 百分之二十，一个 | 20 percent",
                "ar | ١٬٢٠٠ و ٢٥ | 1200; 25",
                "'' | 1,200 and 2.5 | 1200; 2.5"
            })
    void oneNumberIsOneWhateverWayItIsWritten(String language, String text, String figures) {
        assertThat(FigureScanner.scan(text, language).figures().stream()
                        .map(figure -> (figure.value().toPlainString() + " " + figure.unit()).strip())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(figures);
    }

    /** Articles are written by anybody. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noTextIsTooOddToBeRead(long seed) {
        var random = new Random(seed);
        String signs = "0123456789.,'’ ٫٬٣%$€-三十万亿百零onetwohundred million\u00a0";
        String text = random.ints(60, 0, signs.length())
                .mapToObj(i -> signs.substring(i, i + 1))
                .collect(Collectors.joining());
        Scan scan = FigureScanner.scan(text, List.of("en", "de", "zh", "").get((int) (seed % 4)));
        assertThat(scan.rest()).hasSameSizeAs(FigureScanner.normalized(text));
        assertThat(scan.figures())
                .allSatisfy(figure -> assertThat(figure.standsIn(figure)).isTrue());
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void whatIsLeftOfATextHasBlanksForItsNumbers() {
        assertThat(FigureScanner.scan("Repairs cost $2.4 million, says one", "en")
                        .rest())
                .isEqualTo("Repairs cost $" + " ".repeat(11) + ", says one");
    }
}

package news.parallax.crawler.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import news.parallax.crawler.text.Charsets.Kind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsTest {

    private static final String RUSSIAN = "Городской совет решил сохранить старый мост для пешеходов.";
    private static final String GERMAN = "Die Brücke über den Fluss bleibt für Fußgänger geöffnet.";

    private final Charsets charsets = new Charsets();

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkWinsAndIsNoPartOfTheText(String name) {
        byte[] body = ("\uFEFF" + RUSSIAN).getBytes(Charset.forName(name));
        assertThat(charsets.decode(body, "text/html; charset=windows-1251", Kind.HTML))
                .isEqualTo(new DecodedText(RUSSIAN, Charset.forName(name)));
    }

    @Test
    void theHeaderIsBelieved() {
        assertThat(decode(RUSSIAN, "koi8-r", "text/html; charset=\"KOI8-R\"", Kind.HTML))
                .isEqualTo(RUSSIAN);
    }

    @Test
    void namesMeanWhatTheyMeanOnTheWeb() {
        assertThat(decode("„Ja“ – 5 €", "windows-1252", "text/html; charset=ISO-8859-1", Kind.HTML))
                .isEqualTo("„Ja“ – 5 €");
        assertThat(decode("镕基", "GB18030", "text/plain; charset=gb2312", Kind.TEXT))
                .isEqualTo("镕基");
    }

    @Test
    void anXmlDeclarationIsRead() {
        String feed = "<?xml version='1.0' encoding='windows-1251'?><rss><title>" + RUSSIAN + "</title></rss>";
        assertThat(decode(feed, "windows-1251", "", Kind.XML)).isEqualTo(feed);
    }

    @Test
    void anUnknownNameIsNoStatement() {
        assertThat(decode(RUSSIAN, "windows-1251", "text/html; charset=none", Kind.HTML))
                .isEqualTo(RUSSIAN);
        assertThat(decode(RUSSIAN, "windows-1251", "text/html; charset=", Kind.HTML))
                .isEqualTo(RUSSIAN);
    }

    @Nested
    class WhereTheStatementLies {

        @Test
        void utf8IsSeenUnderAOneByteName() {
            assertThat(decode(GERMAN, "UTF-8", "text/html; charset=iso-8859-1", Kind.HTML))
                    .isEqualTo(GERMAN);
        }

        @Test
        void bytesThatAreNoUtf8AreReadAsTheyAre() {
            assertThat(decode(GERMAN, "windows-1252", "text/html; charset=utf-8", Kind.HTML))
                    .isEqualTo(GERMAN);
        }

        @Test
        void theLikelierOfTwoWins() {
            String page = "<meta charset=windows-1251><p>" + RUSSIAN;
            assertThat(decode(page, "windows-1251", "text/html; charset=iso-8859-2", Kind.HTML))
                    .isEqualTo(page);
        }

        @Test
        void aServersDefaultDoesNotSpoilAnotherScript() {
            assertThat(decode(RUSSIAN, "windows-1251", "text/html; charset=iso-8859-1", Kind.HTML))
                    .isEqualTo(RUSSIAN);
        }

        @Test
        void aBrokenByteDoesNotSpoilUtf8() {
            byte[] body = (GERMAN.repeat(20) + "?").getBytes(UTF_8);
            body[body.length - 1] = (byte) 0xfc;
            assertThat(charsets.decode(body, "text/html; charset=utf-8", Kind.HTML)
                            .text())
                    .startsWith(GERMAN);
        }

        @Test
        void aCharacterCutAtTheEndIsNoError() {
            byte[] whole = "Fluß".getBytes(UTF_8);
            byte[] body =
                    Arrays.copyOf((GERMAN + "Fluß").getBytes(UTF_8), GERMAN.getBytes(UTF_8).length + whole.length - 1);
            assertThat(charsets.decode(body, "", Kind.TEXT).charset()).isEqualTo(UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            windows-1252   | Le conseil a décidé, à l’unanimité, que le vieux pont resterait fermé cet été
            windows-1250   | Rada miasta postanowiła zachować stary most, żeby piesi mogli przejść na drugą stronę
            ISO-8859-2     | Městská rada rozhodla, že starý most bude zachován pro pěší, i když opravy budou drahé
            windows-1251   | Общинският съвет реши да запази стария мост за пешеходци
            KOI8-R         | Городской совет решил сохранить старый мост для пешеходов
            IBM866         | Городской совет решил сохранить старый мост для пешеходов
            x-MacCyrillic  | Городской совет решил сохранить старый мост для пешеходов
            ISO-8859-5     | Городской совет решил сохранить старый мост для пешеходов
            windows-1253   | Το δημοτικό συμβούλιο αποφάσισε να διατηρήσει τη γέφυρα για τους πεζούς
            windows-1254   | Belediye meclisi eski köprünün yayalar için korunmasına oybirliğiyle karar verdi, çalışmalar başlıyor
            windows-1255   | מועצת העיר החליטה לשמר את הגשר הישן עבור הולכי הרגל
            windows-1256   | قرر مجلس المدينة الإبقاء على الجسر القديم للمشاة
            x-windows-874  | สภาเมืองตัดสินใจเก็บสะพานเก่าไว้สำหรับคนเดินเท้า
            GB18030        | 市议会昨天决定保留旧桥，供行人使用，费用由政府承担
            Big5-HKSCS     | 市議會昨天決定保留舊橋，供行人使用，費用由政府承擔
            windows-31j    | 市議会は古い橋を歩行者のために残すことを決めた
            EUC-JP         | 市議会は古い橋を歩行者のために残すことを決めた
            ISO-2022-JP    | 市議会は古い橋を歩行者のために残すことを決めた
            x-windows-949  | 시의회가 오래된 다리를 보행자를 위해 유지하기로 했다
            UTF-16LE       | Le conseil a décidé que le vieux pont resterait fermé
            UTF-32BE       | Le conseil a décidé que le vieux pont resterait fermé
            """)
    void withoutAStatementTheLikeliestReadingIsTaken(String charset, String text) {
        assertThat(decode(text, charset, "", Kind.TEXT)).isEqualTo(text);
    }

    @Test
    void plainAsciiAndNothingAreText() {
        assertThat(decode("plain", "US-ASCII", "", Kind.HTML)).isEqualTo("plain");
        assertThat(decode("", "US-ASCII", "text/html; charset=utf-16", Kind.HTML))
                .isEmpty();
        assertThat(charsets.decode(new byte[64], "", Kind.HTML).text()).hasSize(64);
    }

    @Nested
    class MetaElements {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<meta charset=koi8-r>",
                    "<META CharSet = 'KOI8-R' >",
                    "<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>",
                    "<meta content='text/html;charset=\"koi8-r\"' http-equiv=content-type>",
                    "<!-- <meta charset=utf-8> --><p title='<meta charset=utf-8>'><meta/charset=koi8-r>",
                    "<!--><meta charset=koi8-r>",
                    "<?php <meta charset=utf-8> ?><meta charset=koi8-r>",
                    "<meta charset=nonsense><meta charset=koi8-r>"
                })
        void nameTheCharset(String start) {
            assertThat(HtmlPrescan.charset(start.getBytes(ISO_8859_1))).contains(Charset.forName("KOI8-R"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<meta charset=koi8-r",
                    "<meta charset='koi8-r><p>",
                    "<metadata charset=koi8-r>",
                    "<meta name=description content='text/html; charset=koi8-r'>",
                    "<meta http-equiv=Content-Type content='text/html; charset=\"koi8-r'>",
                    "<!-- <meta charset=koi8-r>",
                    "<a href='<meta charset=koi8-r>'>",
                    "<meta",
                    "<",
                    ""
                })
        void nameNothingWhereTheyAreNone(String start) {
            assertThat(HtmlPrescan.charset(start.getBytes(ISO_8859_1))).isEmpty();
        }

        @Test
        void cannotNameAWideCharsetSinceTheyCouldBeRead() {
            assertThat(HtmlPrescan.charset("<meta charset=utf-16le>".getBytes(ISO_8859_1)))
                    .contains(UTF_8);
        }

        @Test
        void mayStandBehindALongStart() {
            String late = "<!--" + "x".repeat(5000) + "--><meta charset=koi8-r>";
            assertThat(HtmlPrescan.charset(late.getBytes(ISO_8859_1))).contains(Charset.forName("KOI8-R"));
        }
    }

    private String decode(String text, String charset, String contentType, Kind kind) {
        return charsets.decode(text.getBytes(Charset.forName(charset)), contentType, kind)
                .text();
    }
}

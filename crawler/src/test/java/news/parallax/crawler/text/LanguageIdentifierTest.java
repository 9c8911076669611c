package news.parallax.crawler.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageIdentifierTest {

    private static final String GERMAN =
            "Der Stadtrat hat am Dienstagabend beschlossen, die alte Brücke über den Fluss nicht abzureißen, sondern für die"
                    + " Fußgänger zu erhalten. Die Kosten trägt zur Hälfte das Land.";

    private final LanguageIdentifier identifier = new LanguageIdentifier();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Council votes to keep the old bridge for walkers
            de | Stadtrat will die alte Brücke für Fußgänger erhalten
            fr | Le conseil municipal vote le maintien du vieux pont
            es | El ayuntamiento vota por conservar el puente viejo
            pt | Câmara vota pela manutenção da ponte velha
            it | Il consiglio comunale vota per conservare il vecchio ponte
            nl | Gemeenteraad wil de oude brug voor voetgangers behouden
            pl | Rada miasta zdecydowała o zachowaniu starego mostu
            cs | Zastupitelé chtějí zachovat starý most pro chodce
            tr | Belediye meclisi eski köprünün korunmasına karar verdi
            vi | Hội đồng thành phố quyết định giữ lại cây cầu cũ
            ru | Городской совет решил сохранить старый мост для пешеходов
            uk | Міська рада вирішила зберегти старий міст для пішоходів
            bg | Общинският съвет реши да запази стария мост за пешеходци
            ar | قرر مجلس المدينة الإبقاء على الجسر القديم للمشاة
            fa | شورای شهر تصمیم گرفت پل قدیمی را برای عابران حفظ کند
            ur | شہری کونسل نے پرانے پل کو پیدل چلنے والوں کے لیے برقرار رکھنے کا فیصلہ کیا
            hi | नगर परिषद ने पुराने पुल को बचाने का फैसला किया है
            mr | नगर परिषदेने जुना पूल वाचवण्याचा निर्णय घेतला आहे
            zh | 市议会决定保留旧桥供行人使用
            ja | 市議会は古い橋を歩行者のために残すことを決めた
            ko | 시의회가 오래된 다리를 보행자를 위해 유지하기로 했다
            he | מועצת העיר החליטה לשמר את הגשר הישן
            el | Το δημοτικό συμβούλιο αποφάσισε να διατηρήσει τη γέφυρα
            th | สภาเมืองตัดสินใจเก็บสะพานเก่าไว้
            si | නගර සභාව පැරණි පාලම රැක ගැනීමට තීරණය කළේය
            """)
    void aHeadlineTellsItsLanguage(String language, String headline) {
        assertThat(identifier.identify(headline)).contains(language);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nb | Hun sa at de ikke vet hvor mye det koster
            nn | Ho sa at dei ikkje veit kor mykje det kostar
            da | Hun sagde, at de ikke ved, hvor meget det koster
            hr | Tijekom prosvjeda u Zagrebu nitko nije bio ozlijeđen
            sr | Predsednik je posle sednice rekao da je vreme za rešenje
            id | Polisi mengatakan bahwa korban bisa pulang dari rumah sakit
            ms | Polis memberitahu bahawa mangsa boleh pulang dari hospital
            om | Mootummaan Itoophiyaa waan haaraa akka hojjetu himeera
            am | የከተማው ምክር ቤት ድልድዩን ለመጠበቅ ወስኗል ነው
            ti | ኣብዚ እዋን እዚ ኣብ ከተማ ናይ ህዝቢ ኣኼባ ተኻይዱ
            """)
    void nearRelativesAreToldApart(String language, String sentence) {
        assertThat(identifier.identify(sentence)).contains(language);
    }

    @Test
    void latinNamesDoNotHideAnotherScript() {
        assertThat(identifier.identify("Apple и Google опубликовали отчёты")).contains("ru");
    }

    @Test
    void aTextWithoutLettersHasNoLanguage() {
        assertThat(identifier.identify("12.000 – 1:0 (!)")).isEmpty();
        assertThat(identifier.identify("")).isEmpty();
    }

    @Nested
    class WhatThePageStates {

        @Test
        void isKeptWithItsRegionWhenTheTextAgrees() {
            assertThat(identifier.identify(GERMAN, "de_AT")).isEqualTo("de-AT");
        }

        @Test
        void losesAgainstALongTextThatIsClearlyInAnotherLanguage() {
            assertThat(identifier.identify(GERMAN, "en-US")).isEqualTo("de");
            assertThat(identifier.identify("Городской совет решил сохранить старый мост. ".repeat(4), "en"))
                    .isEqualTo("ru");
        }

        @Test
        void winsOverAShortText() {
            assertThat(identifier.identify("Berlin Hauptbahnhof", "en")).isEqualTo("en");
        }

        @Test
        void winsAmongNearRelatives() {
            String danish =
                    "Hun sagde, at de ikke ved, hvor meget det koster, men at det bliver dyrt for alle. ".repeat(3);
            assertThat(identifier.identify(danish, "nb")).isEqualTo("nb");
        }

        @Test
        void winsOverFillerText() {
            String filler =
                    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt. ";
            assertThat(identifier.identify(filler.repeat(3), "en")).isEqualTo("en");
        }

        @Test
        void winsWhenTheModelDoesNotKnowThatLanguage() {
            assertThat(identifier.identify(GERMAN, "lb")).isEqualTo("lb");
        }

        @Test
        void isMadeExactWhenItSaysNorwegianOnly() {
            assertThat(identifier.identify("Ho sa at dei ikkje veit kor mykje det kostar", "no"))
                    .isEqualTo("nn");
        }

        @Test
        void isReplacedWhenItIsNoLanguage() {
            assertThat(identifier.identify(GERMAN, "??")).isEqualTo("de");
            assertThat(identifier.identify("", "??")).isEmpty();
        }
    }
}

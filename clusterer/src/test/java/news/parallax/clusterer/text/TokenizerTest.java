package news.parallax.clusterer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {

    @Test
    void wordsAreFoldedAndCutToTheirStem() {
        assertThat(keys("Investigators INVESTIGATE.")).containsExactly("investi", "investi");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "31,000 | 31000",
                "31.000 | 31000",
                "31\u00a0000 | 31000",
                "2,4 | 2.4",
                "2.4 | 2.4",
                "3:20 | 3.20",
                "412 | 412",
                "١٠٠٠ | 1000",
                "१,००,००० | 100000",
                "１２３ | 123",
                "12,34,567 | 1234567"
            })
    void numbersReadTheSameInEveryCountry(String written, String key) {
        assertThat(keys(written)).containsExactly(key);
    }

    @Test
    void aDateInFiguresGivesItsParts() {
        assertThat(keys("03.10.2020")).containsExactly("3", "10", "2020");
    }

    @Test
    void apostrophesPartWordsFromTheirEndingsAndArticles() {
        assertThat(keys("Bolton's l’aéroport")).containsExactly("bolton", "aéropor");
    }

    /** Parted as a reader would, cut to their stems. Arabic loses a leading w wherever it stands, as "and" is written so. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Chinese    | 法国总统昨天在北京会见了中国主席 | 法国 总统 昨天 在 北京 会见 了 中国 主席",
                "Japanese   | 東京の地下鉄が止まった。 | 東京 の 地下鉄 が 止 まっ た",
                "Katakana   | プーチン大統領 | プーチン 大統領",
                "Korean     | 대통령이 서울에서 회의를 열었다 | 대통령 서울 회의 열었다",
                "Thai       | นายกรัฐมนตรีถึงกรุงเทพมหานคร | นายก รัฐมนตร ถึง กรุงเทพ",
                "Lao        | ລັດຖະມົນຕີໄປຮອດວຽງຈັນ | ລັດຖະມົ ໄປ ຮອດ ວຽງຈັນ",
                "Khmer      | រដ្ឋមន្ត្រីទៅដល់ភ្នំពេញ | រដ្ឋមន្ ទៅដល់ ភ្នំពេញ",
                "Burmese    | ဝန်ကြီးချုပ်သည်ရောက်ရှိ | ဝန်ကြီး သည် ရောက် ရှိ",
                "Arabic     | زار الوزير القاهرة أمس | زار زير قاهر امس",
                "Hebrew     | ראש הממשלה הגיע לירושלים | ראש הממשלה הגיע לירושלי",
                "Persian    | رئیس‌جمهور به تهران آمد | رئیسجمه به تهر امد",
                "Hindi      | प्रधानमंत्री दिल्ली पहुँचे | प्रधानम दिल्ली पहुँचे",
                "Vietnamese | Thủ tướng đến Hà Nội | thủ tướng đến hà nội",
                "Russian    | Министр прибыл в Москву | министр прибыл москву",
                "Greek      | Ο πρόεδρος στην Αθήνα | πρόεδρο στην αθήνα",
                "Amharic    | ጠቅላይ ሚኒስትሩ ወደ አዲስ አበባ | ጠቅላይ ሚኒስትሩ ወደ አዲስ አበባ",
                "Georgian   | პრემიერი თბილისში ჩავიდა | პრემიერ თბილისშ ჩავიდა",
                "mixed      | 新型COVID-19感染者が1,234人 | 新型 covid 19 感染 者 が 1234 人",
            })
    void everyScriptGivesItsWords(String language, String sentence, String words) {
        assertThat(keys(sentence)).as(language).containsExactly(words.split(" "));
    }

    @Test
    void vowelSignsStayInTheirWord() {
        assertThat(keys("हिन्दी")).hasSize(1);
    }

    @Test
    void whatIsNotSeenPartsNoWord() {
        assertThat(keys("Bundes\u00adkanzler \u200fשלום\u200f नम\u200dस्ते"))
                .containsExactly("bundesk", "שלום", "नमस्ते");
    }

    @Test
    void aZeroWidthSpacePartsWords() {
        assertThat(keys("ໄປ\u200bຮອດ")).containsExactly("ໄປ", "ຮອດ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"中", "ก", "あ", "က", "한", "a", "é", "\u0301", "\u200d", "\u200f", "١", "1,", "\ud83d\ude00", "𠀀"
            })
    void aRunWithoutEndIsReadOrLeftOutAndWhatFollowsIsRead(String character) {
        assertThat(keys(character.repeat(500_000) + " word")).endsWith("word");
    }

    @Test
    void halvesOfCharactersAreNoWords() {
        assertThat(keys("one \ud83d two\udc00 \ud83d")).containsExactly("one", "two");
    }

    @Test
    void noWordIsLongerThanTheLimitInAnyScript() {
        assertThat(Tokenizer.tokens("ฮ".repeat(500) + "中".repeat(500)))
                .allSatisfy(token -> assertThat(token.surface()).hasSizeLessThanOrEqualTo(40));
    }

    @Test
    void brokenMarkupIsNoWord() {
        assertThat(keys("x".repeat(41) + " word")).containsExactly("word");
    }

    private static List<String> keys(String text) {
        return Tokenizer.tokens(text).stream().map(Token::key).toList();
    }
}

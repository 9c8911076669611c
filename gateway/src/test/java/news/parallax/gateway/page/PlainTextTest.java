package news.parallax.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"\0", "\u0001", "\u001b", "\u007f", "\u009b", "\ud800", "\udc00", "\ufffe", "\uffff"})
    void whatXmlCannotHoldIsDropped(String hostile) {
        assertThat(PlainText.of("a" + hostile + "b")).isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"})
    void marksThatTurnTheTextAroundAreDropped(String mark) {
        assertThat(PlainText.of(mark + "exe.txt")).isEqualTo("exe.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\t", "\u2028", "\u2029", "\u0085"})
    void linesBecomeOne(String end) {
        assertThat(PlainText.of(end + "a" + end + "b" + end)).isEqualTo("a b");
    }

    @Test
    void everythingElseStays() {
        String text = "جهاز 😀 日本 ‏x‎ <b>&amp;]]>";

        assertThat(PlainText.of(text)).isEqualTo(text);
    }
}

package news.parallax.gateway.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListCursorTest {
    private final ListCursor list = new ListCursor("a story");

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aCursorLeadsBackToItsIdAndNoChangedOneDoes(long seed) {
        var chance = new Random(seed);
        String id = "outlet" + chance.nextInt(1_000_000) + ".example";
        String cursor = list.after(id);
        int place = chance.nextInt(cursor.length());
        char other = cursor.charAt(place) == 'A' ? 'B' : 'A';
        String changed = cursor.substring(0, place) + other + cursor.substring(place + 1);

        assertThat(list.id(cursor)).isEqualTo(id);
        assertThatThrownBy(() -> list.id(changed)).isInstanceOf(RequestRefused.class);
        assertThatThrownBy(() -> new ListCursor("another story").id(cursor)).isInstanceOf(RequestRefused.class);
    }

    @Test
    void noCursorIsTheBeginning() {
        assertThat(list.id("")).isEmpty();
    }
}

package news.parallax.catalog.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

class LineIdsTest {
    @Test
    void idsOfALineAreFieldsWhereLinesAreJson() {
        var line = line("article moved article=%s from story=s1, articles=%d", "a1", 2);

        assertThat(new LineIds(true).isLoggable(line)).isTrue();
        assertThat(line.getMdcCopy())
                .containsEntry("article", "a1")
                .containsEntry("story", "s1")
                .hasSize(2);
    }

    @Test
    void linesForPeopleStayAsTheyAre() {
        var line = line("story founded story=%s", "s1");

        assertThat(new LineIds(false).isLoggable(line)).isTrue();
        assertThat(line.getMdcCopy()).isEmpty();
    }

    private static ExtLogRecord line(String format, Object... values) {
        var line = new ExtLogRecord(Level.INFO, format, ExtLogRecord.FormatStyle.PRINTF, LineIdsTest.class.getName());
        line.setParameters(values);
        return line;
    }
}

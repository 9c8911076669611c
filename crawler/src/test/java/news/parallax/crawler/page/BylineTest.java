package news.parallax.crawler.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylineTest {

    private static final DateText TEXTS = new DateText("de", false, LocalDate.of(2026, 11, 30));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    By Ada Moor                                        | Ada Moor
                    Written by: Ada Moor and Ben Ash                   | Ada Moor; Ben Ash
                    Von Ada Moor und Ben Ash, 1. Mai 2026              | Ada Moor; Ben Ash
                    Ein Gastbeitrag von Ada Moor                       | Ada Moor
                    Zeige alle Beiträge von Ada Moor                   | Ada Moor
                    Par Ada Moor avec Ben Ash                          | Ada Moor; Ben Ash
                    Por Ada Moor y Ben Ash                             | Ada Moor; Ben Ash
                    ADA MOOR                                           | Ada Moor
                    ADA O'MOOR-ASH                                     | Ada O'Moor-Ash
                    Ada Moor, PhD                                      | Ada Moor
                    Ada Moor, Senior Reporter                          | Ada Moor
                    Ada Moor Chefredakteurin                           | Ada Moor
                    Outlet-Experte Ben Ash                             | Ben Ash
                    Ada Moor ada.moor@outlet.example @adamoor          | Ada Moor
                    Posted on 1. Mai 2026 by Ada Moor                  | Ada Moor
                    Ada Moor (Berlin)                                  | Ada Moor
                    Ursula von der Aue                                 | Ursula von der Aue
                    freeman1984                                        | freeman1984
                    Herr_Rein                                          | Herr_Rein
                    作者：王小明                                        | 王小明
                    """)
    void aLineOfNamesIsSplitAndCleaned(String line, String names) {
        assertThat(Byline.names(line, TEXTS)).isEqualTo(List.of(names.split("; ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "By",
                "Posted on 1. Mai 2026",
                "Leave a comment",
                "https://outlet.example/ada",
                "desk@outlet.example",
                "which nobody had thought to be possible",
                "12345678",
                "admin"
            })
    void whatIsNoNameIsDropped(String line) {
        assertThat(Byline.names(line, TEXTS)).isEmpty();
    }
}

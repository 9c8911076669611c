package news.parallax.crawler.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

    private static final LocalDate LATEST = LocalDate.of(2026, 11, 30);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | Published on May 1, 2026 at 10:30          | 2026-05-01
                    en | 1st of May 2026                            | 2026-05-01
                    en | Fri May 1 10:30:00 EDT 2026                | 2026-05-01
                    en | Sept. 3, 2024                              | 2024-09-03
                    de | Freitag, 1. Mai 2026, 8:30 Uhr             | 2026-05-01
                    de | 3. Jänner 2026                             | 2026-01-03
                    de | Stand: 01.05.26                            | 2026-05-01
                    fr | Publié le 1er août 2025                    | 2025-08-01
                    es | martes 17 de marzo de 2026                 | 2026-03-17
                    pt | 5 de fevereiro de 2026                     | 2026-02-05
                    it | 9 gennaio 2026                             | 2026-01-09
                    nl | 7 mrt. 2026                                | 2026-03-07
                    pl | 12 października 2025                       | 2025-10-12
                    cs | 12. listopadu 2025                         | 2025-11-12
                    hr | 12. listopada 2025.                        | 2025-10-12
                    ru | 4 января 2026 г.                           | 2026-01-04
                    uk | 4 січня 2026                               | 2026-01-04
                    tr | 29 Ekim 2025 Çarşamba                      | 2025-10-29
                    sv | 6 juni 2026                                | 2026-06-06
                    fi | 6. kesäkuuta 2026                          | 2026-06-06
                    hu | 2026. augusztus 20.                        | 2026-08-20
                    ro | 1 decembrie 2025                           | 2025-12-01
                    el | 25 Μαρτίου 2026                            | 2026-03-25
                    ar | ٣ مايو ٢٠٢٦                                | 2026-05-03
                    vi | 2 tháng 9, 2026                            | 2026-09-02
                    id | 17 Agustus 2026                            | 2026-08-17
                    th | 5 พฤษภาคม 2569                             | 2026-05-05
                    ja | 2026年5月1日 10時                           | 2026-05-01
                    ko | 2026년 5월 1일                              | 2026-05-01
                    zh | 发布时间：2026-05-01 10:30                   | 2026-05-01
                    """)
    void datesAreReadAsPeopleWriteThem(String language, String text, String day) {
        assertThat(new DateText(language, false, LATEST).first(text)).contains(LocalDate.parse(day));
    }

    @Test
    void whetherTheMonthLeadsDependsOnThePage() {
        assertThat(new DateText("en", true, LATEST).first("3/4/2026")).contains(LocalDate.of(2026, 3, 4));
        assertThat(new DateText("en", false, LATEST).first("3/4/2026")).contains(LocalDate.of(2026, 4, 3));
        assertThat(new DateText("en", true, LATEST).first("23/4/2026")).contains(LocalDate.of(2026, 4, 23));
        assertThat(new DateText("en", true, LATEST).first("3.4.2026")).contains(LocalDate.of(2026, 4, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30. Februar 2026",
                "1. Dezember 2026",
                "1. Januar 1970",
                "Version 1.2.2026.3",
                "12 Monkeys 2020",
                "May 2026",
                "127.0.0.1",
                "2026",
                ""
            })
    void whatIsNoDayOfTheNewsWebIsNone(String text) {
        assertThat(new DateText("de", false, LATEST).first(text)).isEmpty();
    }

    @Test
    void barsMayStandBetweenTheNumbers() {
        assertThat(new DateText("", false, LATEST).first("26 | 01 | 2026")).contains(LocalDate.of(2026, 1, 26));
    }

    @Test
    void severalDatesComeInTheOrderOfTheText() {
        assertThat(new DateText("en", true, LATEST).all("Updated 5 May 2026, first published 2026-05-01"))
                .extracting(DateText.Found::day)
                .containsExactly(LocalDate.of(2026, 5, 5), LocalDate.of(2026, 5, 1));
    }
}

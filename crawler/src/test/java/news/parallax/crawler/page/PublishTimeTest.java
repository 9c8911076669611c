package news.parallax.crawler.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishTimeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-05-01T08:30:00+02:00        | 2026-05-01T06:30:00Z
                    2026-05-01T08:30+02:00           | 2026-05-01T06:30:00Z
                    2026-05-01T08:30:00+0200         | 2026-05-01T06:30:00Z
                    2026-05-01T08:30:00+02           | 2026-05-01T06:30:00Z
                    2026-05-01T06:30:00Z             | 2026-05-01T06:30:00Z
                    2026-05-01T06:30:00.123456+00:00 | 2026-05-01T06:30:00.123456Z
                    2026-05-01T06:30:00,5Z           | 2026-05-01T06:30:00.500Z
                    2026-05-01T06:30:00              | 2026-05-01T06:30:00Z
                    2026-05-01 06:30:00              | 2026-05-01T06:30:00Z
                    2026-05-01t06:30:00z             | 2026-05-01T06:30:00Z
                    2026-05-01 T 08:30:00 +02:00     | 2026-05-01T06:30:00Z
                    2026-05-01T08:30+02:00[Europe/Paris] | 2026-05-01T06:30:00Z
                    20260501T083000+0200             | 2026-05-01T06:30:00Z
                    20260501T0630Z                   | 2026-05-01T06:30:00Z
                    2026-05-01                       | 2026-05-01T00:00:00Z
                    01.05.2026 06.30                 | 2026-05-01T06:30:00Z
                    1. maj 2026 kl. 06.30            | 2026-05-01T06:30:00Z
                    2026. 05. 01.                    | 2026-05-01T00:00:00Z
                    2026-05-01+02:00                 | 2026-04-30T22:00:00Z
                    20260501                         | 2026-05-01T00:00:00Z
                    260501                           | 2026-05-01T00:00:00Z
                    2026-121                         | 2026-05-01T00:00:00Z
                    2026121                          | 2026-05-01T00:00:00Z
                    26121                            | 2026-05-01T00:00:00Z
                    2026-05                          | 2026-05-01T00:00:00Z
                    -26-05                           | 2026-05-01T00:00:00Z
                    -2605                            | 2026-05-01T00:00:00Z
                    2026                             | 2026-01-01T00:00:00Z
                    """)
    void theFormsOfIso8601AreRead(String text, Instant time) {
        assertThat(PublishTime.parse(text)).contains(time);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Fri, 1 May 2026 08:30:00 +0200       | 2026-05-01T06:30:00Z
                    Fri, 01 May 26 08:30 +0200           | 2026-05-01T06:30:00Z
                    Fri, 01 May 98 08:30:00 GMT          | 1998-05-01T08:30:00Z
                    Fri,1 May 2026 08:30:00+0200         | 2026-05-01T06:30:00Z
                    1 May 2026                           | 2026-05-01T00:00:00Z
                    May 1 2026                           | 2026-05-01T00:00:00Z
                    1 May 2026 GMT                       | 2026-05-01T00:00:00Z
                    Fri May  1 08:30:00 2026             | 2026-05-01T08:30:00Z
                    Fri May  1 08:30:00 +0200 2026       | 2026-05-01T06:30:00Z
                    Fri May  1 08:30:00 2026 +0200       | 2026-05-01T06:30:00Z
                    Friday, 01-May-26 08:30:00 GMT       | 2026-05-01T08:30:00Z
                    Fri, 2026/05/01 08:30:00 EDT         | 2026-05-01T12:30:00Z
                    Thurs, 30th Apr 2026 08:30:00 UT     | 2026-04-30T08:30:00Z
                    Mon, 1 May 2026 08:30:00 GMT         | 2026-05-01T08:30:00Z
                    Fri (the sun shines (at last)), 1 May 2026 08:30 +0200 (CEST) | 2026-05-01T06:30:00Z
                    Fri May 01 2026 08:30:00 GMT+0200 (Central European Summer Time) | 2026-05-01T06:30:00Z
                    2026-05-01 00:00:00.0 08:30:00.0 +0200 | 2026-05-01T06:30:00Z
                    """)
    void theFormsOfMailAndProgramsAreRead(String text, Instant time) {
        assertThat(PublishTime.parse(text)).contains(time);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    EST                   | 2026-01-05T17:00:00Z
                    ET                    | 2026-01-05T17:00:00Z
                    CEST                  | 2026-01-05T10:00:00Z
                    IST                   | 2026-01-05T06:30:00Z
                    A                     | 2026-01-05T13:00:00Z
                    Z                     | 2026-01-05T12:00:00Z
                    GMT-05:00             | 2026-01-05T17:00:00Z
                    UTC+2                 | 2026-01-05T10:00:00Z
                    -700                  | 2026-01-05T19:00:00Z
                    --0700                | 2026-01-05T19:00:00Z
                    +05:30                | 2026-01-05T06:30:00Z
                    -05:00Z               | 2026-01-05T17:00:00Z
                    (GMT+7)               | 2026-01-05T05:00:00Z
                    Europe/Brussels       | 2026-01-05T11:00:00Z
                    america/new_york      | 2026-01-05T17:00:00Z
                    Etc/GMT               | 2026-01-05T12:00:00Z
                    Pacific Standard Time | 2026-01-05T20:00:00Z
                    XYZ                   | 2026-01-05T12:00:00Z
                    """)
    void zonesAreReadByOffsetAbbreviationAndIdentifier(String zone, Instant time) {
        assertThat(PublishTime.parse("Mon, 5 Jan 2026 12:00:00 " + zone)).contains(time);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    May 1, 2026 8:30 PM              | 2026-05-01T20:30:00Z
                    May 1, 2026, 12:30 a.m.          | 2026-05-01T00:30:00Z
                    Friday, May 1, 2026 - 8:30pm     | 2026-05-01T20:30:00Z
                    Fri, May 1, 2026 at 8 PM EDT     | 2026-05-02T00:00:00Z
                    2026-05-01 at 08:30              | 2026-05-01T08:30:00Z
                    8:30 AM, May 1, 2026             | 2026-05-01T08:30:00Z
                    2026-05-01T24:00:00Z             | 2026-05-02T00:00:00Z
                    2026-04-30T23:59:60Z             | 2026-05-01T00:00:00Z
                    1.5.2026, 8:30 Uhr               | 2026-05-01T08:30:00Z
                    1. Mai 2026 um 8.30 Uhr          | 2026-05-01T08:30:00Z
                    01/05/2026 à 14h30               | 2026-01-05T14:30:00Z
                    """)
    void theTimeOfDayIsReadInManyForms(String text, Instant time) {
        assertThat(PublishTime.parse(text)).contains(time);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2/3/2026          | 2026-02-03T00:00:00Z
                    23/3/2026         | 2026-03-23T00:00:00Z
                    2/3/26 8:30       | 2026-02-03T08:30:00Z
                    2.3.26            | 2026-03-02T00:00:00Z
                    2-3-2026          | 2026-03-02T00:00:00Z
                    26-03-02          | 2026-03-02T00:00:00Z
                    2026/3/2          | 2026-03-02T00:00:00Z
                    Mon, 2/3/2026     | 2026-03-02T00:00:00Z
                    Tue, 02 03 2026   | 2026-02-03T00:00:00Z
                    3/2026            | 2026-03-01T00:00:00Z
                    """)
    void theOrderOfNumbersFollowsTheSeparatorAndTheDayOfTheWeek(String text, Instant time) {
        assertThat(PublishTime.parse(text)).contains(time);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Vendredi, 1. Mai 2026 - 14:30            | 2026-05-01T14:30:00Z
                    Mo, 2 Mär 2026 00:00:00 +0100            | 2026-03-01T23:00:00Z
                    mar, 12 mayo 2026 10:00:00 GMT           | 2026-05-12T10:00:00Z
                    mar, 3 mar 2026 10:00:00 GMT             | 2026-03-03T10:00:00Z
                    sexta-feira, 1º de maio de 2026 14:30    | 2026-05-01T14:30:00Z
                    пятница, 1 мая 2026 г. 14:30             | 2026-05-01T14:30:00Z
                    Παρ, 1 Μάι 2026 12:00:00 EST             | 2026-05-01T17:00:00Z
                    2026-május-1T9:15-05:00                  | 2026-05-01T14:15:00Z
                    perjantai 1. toukokuuta 2026 klo 14.30   | 2026-05-01T14:30:00Z
                    1 Mayıs 2026 Cuma 14:30                  | 2026-05-01T14:30:00Z
                    ١ مايو ٢٠٢٦                              | 2026-05-01T00:00:00Z
                    1 במאי 2026                              | 2026-05-01T00:00:00Z
                    วันศุกร์ที่ 1 พฤษภาคม 2569               | 2026-05-01T00:00:00Z
                    ngày 1 tháng 5 năm 2026                  | 2026-05-01T00:00:00Z
                    2026年5月1日 14時30分                    | 2026-05-01T14:30:00Z
                    2026년 5월 1일 오후 2시 30분             | 2026-05-01T05:30:00Z
                    2026-05-01 오전 12:30:00                 | 2026-04-30T15:30:00Z
                    1 Febuary 2026                           | 2026-02-01T00:00:00Z
                    """)
    void otherLanguagesAreRead(String text, Instant time) {
        assertThat(PublishTime.parse(text)).contains(time);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Fri,&nbsp;1 May 2026 08:30&#58;00 GMT     | 2026-05-01T08:30:00Z
                    '  2026-05-01T08:30:00&#43;02:00  '       | 2026-05-01T06:30:00Z
                    2026\u201105\u201101T08:30:00\u221202:00  | 2026-05-01T10:30:00Z
                    '\uFEFF2026-05-01\u00a008:30:00'          | 2026-05-01T08:30:00Z
                    <![CDATA[Fri, 1 May 2026 08:30:00 GMT]]>  | 2026-05-01T08:30:00Z
                    <b>1 May</b> 2026                         | 2026-05-01T00:00:00Z
                    """)
    void whatIsAroundOrInsteadOfPlainCharactersDoesNoHarm(String text, Instant time) {
        assertThat(PublishTime.parse(text)).contains(time);
    }

    @ParameterizedTest
    @CsvSource({
        "1777624200, 2026-05-01T08:30:00Z",
        "1777624200123, 2026-05-01T08:30:00.123Z",
        "20260501083000, 2026-05-01T08:30:00Z",
        "202605010830, 2026-05-01T08:30:00Z"
    })
    void digitsAloneAreSecondsOrMillisecondsOfTheEpochOrADate(String text, Instant time) {
        assertThat(PublishTime.parse(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "1 hour ago",
                "12:30",
                "May 1",
                "5",
                "100",
                "3026",
                "999999",
                "99999999999",
                "2026-13-01",
                "2026-02-30T10:00:00Z",
                "2026-05-01T25:00:00Z",
                "2026-05-01T24:30:00Z",
                "2026-05-01T10:61:00Z",
                "2026-05-01T10:00:61Z",
                "2026-05-01T10:00:00+99:00",
                "2026-05-01T10:00:00+00:zz",
                "2026-05-zz",
                "226-05-01",
                "05-01T10:00:00Z",
                "0000-00-00 00:00:00",
                "-0001-11-30T00:00:00+00:00",
                "Sat, 31 Jun 2026 10:00:00 GMT",
                "Fri, 1 Xyz 2026 10:00:00 GMT",
                "Fri, May x 2026 10:00:00 GMT",
                "Fri, 1 May zz 10:00:00 GMT",
                "Fri, 1 May 2026 1:2:3:4 GMT",
                "32 May 2026",
                "99/99/2026",
                "May 1 June 2 2026",
                "1 May 2026 in the park",
                "(((((((("
            })
    void whatIsNoTimeIsNone(String text) {
        assertThat(PublishTime.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-05", "May 2026", "5/2026", "2/3/2026 8:30", "02.03.26", "260302"})
    void aDayThatIsNotCertainIsReadButNotAsSure(String text) {
        assertThat(PublishTime.parse(text)).isPresent();
        assertThat(PublishTime.parseSure(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-05-01", "20260501", "1 May 2026", "23/3/2026", "3/3/2026", "Mon, 2/3/2026", "1777624200"})
    void aDayThatCanBeButOneIsSure(String text) {
        assertThat(PublishTime.parseSure(text))
                .isEqualTo(PublishTime.parse(text))
                .isPresent();
    }
}

package dev.newsfan.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    private final Dates dates = new Dates(Formats.CLOCK);

    @Nested
    class ADate {

        @ParameterizedTest
        @CsvSource(textBlock = """
                2026-11-20T04:32:00Z,               2026-11-20T04:32:00Z
                2026-11-20t04:32:00z,               2026-11-20T04:32:00Z
                2026-11-20T04:32:00+01:00,          2026-11-20T03:32:00Z
                2026-11-20T04:32:00-08:00,          2026-11-20T12:32:00Z
                2026-11-20T04:32:00.5Z,             2026-11-20T04:32:00.5Z
                2026-11-20T04:32:00.123456789Z,     2026-11-20T04:32:00.123456789Z
                2026-11-20T04:32:00.1234567891Z,    2026-11-20T04:32:00.123456789Z
                ' 2026-11-20T04:32:00Z\n',          2026-11-20T04:32:00Z
                2024-02-29T00:00:00Z,               2024-02-29T00:00:00Z
                """)
        void isThatOfRfc3339(String text, Instant instant) {
            assertThat(dates.read(text)).contains(instant);
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
                'Fri, 20 Nov 2026 05:32:00 +0100',  2026-11-20T04:32:00Z
                'Fri, 20 Nov 2026 04:32:00 GMT',    2026-11-20T04:32:00Z
                'Fri, 20 Nov 2026 04:32:00 Z',      2026-11-20T04:32:00Z
                'Fri, 20 Nov 2026 04:32:00 UT',     2026-11-20T04:32:00Z
                'Fri, 6 Nov 2026 04:32:00 -0330',   2026-11-06T08:02:00Z
                20 Nov 2026 04:32:00 +0000,         2026-11-20T04:32:00Z
                'Thu, 19 Nov 2026 23:32:00 EST',    2026-11-20T04:32:00Z
                'Thu, 19 Nov 2026 20:32:00 PST',    2026-11-20T04:32:00Z
                'Fri, 20 Nov 26 04:32:00 GMT',      2026-11-20T04:32:00Z
                'Fri, 20 Nov 99 04:32:00 GMT',      1999-11-20T04:32:00Z
                20 Nov 2026 04:32 GMT,              2026-11-20T04:32:00Z
                'Mon, 20 Nov 2026 04:32:00 GMT',    2026-11-20T04:32:00Z
                'Fri,20 Nov 2026 04:32:00 GMT',     2026-11-20T04:32:00Z
                """)
        void isThatOfRfc822(String text, Instant instant) {
            assertThat(dates.read(text)).contains(instant);
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
                2026-11-20,                         2026-11-20T00:00:00Z
                2026-11,                            2026-11-01T00:00:00Z
                20261120,                           2026-11-20T00:00:00Z
                2026/11/20,                         2026-11-20T00:00:00Z
                2026-11-20T04:32:00,                2026-11-20T04:32:00Z
                2026-11-20 04:32:00,                2026-11-20T04:32:00Z
                2026-11-20 04:32:00.123,            2026-11-20T04:32:00Z
                2026-11-20 04:32,                   2026-11-20T04:32:00Z
                2026-11-20T05:32+01:00,             2026-11-20T04:32:00Z
                2026-11-20T05:32:00+0100,           2026-11-20T04:32:00Z
                2026-11-20T05:32:00+01,             2026-11-20T04:32:00Z
                2026-11-20 05:32:00 +0100,          2026-11-20T04:32:00Z
                20261120T043200Z,                   2026-11-20T04:32:00Z
                2026-11-19T24:00:00Z,               2026-11-20T00:00:00Z
                2026-11-20T04:32:60Z,               2026-11-20T04:32:59Z
                Fri Nov 20 2026 05:32:00 GMT+0100 (CET), 2026-11-20T04:32:00Z
                Fri Nov 20 04:32:00 2026,           2026-11-20T04:32:00Z
                Fri Nov 20 04:32:00 UTC 2026,       2026-11-20T04:32:00Z
                'November 20, 2026',                2026-11-20T00:00:00Z
                'Nov 20, 2026 4:32 PM',             2026-11-20T16:32:00Z
                'Nov 20, 2026 12:05 am',            2026-11-20T00:05:00Z
                'Nov 20, 2026 12:05 p.m.',          2026-11-20T12:05:00Z
                20-Nov-2026 04:32,                  2026-11-20T04:32:00Z
                20.11.2026 04:32,                   2026-11-20T04:32:00Z
                20/11/2026,                         2026-11-20T00:00:00Z
                11/20/2026 4:32:00 PM,              2026-11-20T16:32:00Z
                3/4/2026 4:32 PM,                   2026-03-04T16:32:00Z
                'Wed, 3/4/2026 - 4:32',             2026-03-04T04:32:00Z
                'Fri, 3/4/2026 - 4:32',             2026-04-03T04:32:00Z
                'Friday, November 20, 2026 - 4:32pm', 2026-11-20T16:32:00Z
                'Fri, 20th Nov 2026 04:32:00 GMT',  2026-11-20T04:32:00Z
                'Friday, 20-Nov-26 04:32:00 GMT',   2026-11-20T04:32:00Z
                1795149120,                         2026-11-20T04:32:00Z
                1795149120000,                      2026-11-20T04:32:00Z
                20261120043200,                     2026-11-20T04:32:00Z
                202611200432,                       2026-11-20T04:32:00Z
                """)
        void isAnyOtherThatPeopleWrite(String text, Instant instant) {
            assertThat(dates.read(text)).contains(instant);
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
                'Fri, 20 Nov 2026 00:32:00 AST',                2026-11-20T04:32:00Z
                'Thu, 19 Nov 2026 22:32:00 CST',                2026-11-20T04:32:00Z
                'Thu, 19 Nov 2026 20:32:00 PT',                 2026-11-20T04:32:00Z
                'Fri, 20 Nov 2026 05:32:00 cet',                2026-11-20T04:32:00Z
                'Fri, 20 Nov 2026 05:32 CET',                   2026-11-20T04:32:00Z
                'Fri, 20 Nov 2026 04:32:00 WHAT',               2026-11-20T04:32:00Z
                'Thu, 19 Nov 2026 20:32:00 America/Los_Angeles', 2026-11-20T04:32:00Z
                'Tue, 20 Oct 2026 06:32:00 Europe/Berlin',      2026-10-20T04:32:00Z
                'Fri, 20 Nov 2026 04:32:00 Mars/Olympus_Mons',  2026-11-20T04:32:00Z
                'Fri, 20 Nov 2026 05:32:00 GMT+0100 (CET)',     2026-11-20T04:32:00Z
                'Fri, 20 Nov 2026 05:32:00 CET +0100',          2026-11-20T04:32:00Z
                'Fri, 20 Nov 2026 05:32:00 +1:00',              2026-11-20T04:32:00Z
                'Fri, 20 Nov 2026 04:32:00 +3000',              2026-11-20T04:32:00Z
                'Fri, 20 Nov 2026 04:32:00 -0099',              2026-11-20T04:32:00Z
                """)
        void isInTheZoneThatItNames(String text, Instant instant) {
            assertThat(dates.read(text)).contains(instant);
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
                Jan, 1
                Feb, 2
                Mar, 3
                Apr, 4
                May, 5
                Jun, 6
                Jul, 7
                Aug, 8
                Sep, 9
                Sept, 9
                Oct, 10
                Nov, 11
                Dec, 12
                """)
        void mayHaveAnyShortMonthInAnyOrder(String name, int month) {
            Instant day = Instant.parse("2025-%02d-20T05:32:00Z".formatted(month));

            assertThat(dates.read("20 " + name + " 2025 00:32:00 EST")).contains(day);
            assertThat(dates.read(name + ". 20, 2025, 5:32 a.m.")).contains(day);
            assertThat(dates.read("Tue " + name + " 20 05:32:00 2025")).contains(day);
            assertThat(dates.read("2025 " + name.toUpperCase(Locale.ROOT) + " 20 05:32"))
                    .contains(day);
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
                'Fr, 20. Okt. 2026 04:32:00 MESZ',          2026-10-20T02:32:00Z
                20. März 2026,                              2026-03-20T00:00:00Z
                'mar., 20 janv. 2026 04:32:00 +0000',       2026-01-20T04:32:00Z
                vendredi 20 août 2026,                      2026-08-20T00:00:00Z
                20 fevrier 2026,                            2026-02-20T00:00:00Z
                'vie, 20 ene 2026 04:32:00 GMT',            2026-01-20T04:32:00Z
                20 de julio de 2026,                        2026-07-20T00:00:00Z
                20 giugno 2026 alle 04:32,                  2026-06-20T04:32:00Z
                '20 fev. 2026',                             2026-02-20T00:00:00Z
                'zo, 20 mei 2026 04:32:00 +0200',           2026-05-20T02:32:00Z
                20 października 2026,                       2026-10-20T00:00:00Z
                20. července 2026,                          2026-07-20T00:00:00Z
                '20 сентября 2026, 04:32',                  2026-09-20T04:32:00Z
                'Παρ, 20 Μαρ 2026 04:32:00 EET',            2026-03-20T02:32:00Z
                2026. március 20.,                          2026-03-20T00:00:00Z
                20 Ağustos 2026,                            2026-08-20T00:00:00Z
                2026년 11월 20일 오후 04:32,                 2026-11-20T16:32:00Z
                2026年11月20日 4时32分,                      2026-11-20T04:32:00Z
                """)
        void isInManyLanguages(String text, Instant instant) {
            assertThat(dates.read(text)).contains(instant);
        }
    }

    @Nested
    class NoDate {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "yesterday",
                    "2026",
                    "04:32",
                    "November 2026",
                    "17636123",
                    "176361234567890",
                    "1763612345 seconds",
                    "-1",
                    "3/4/2026",
                    "3/4/2026 16:32",
                    "Sun, 3/4/2026",
                    "Fri, Nov 2026 04:32:00 GMT",
                })
        void isWhatNobodyCanRead(String text) {
            assertThat(dates.read(text)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2026-02-30T04:32:00Z",
                    "2026-02-31",
                    "31 Feb 2026 04:32:00 GMT",
                    "31. Februar 2026",
                    "2026-13-01T00:00:00Z",
                    "2026-11-20T25:00:00Z",
                    "2026-11-20T04:60:00Z",
                    "2026-11-00",
                    "20261132043200",
                    "202611202500",
                })
        void isADayOrTimeThatThereIsNot(String text) {
            assertThat(dates.read(text)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1970-01-01T00:00:00Z",
                    "1989-12-31T23:59:59Z",
                    "0001-01-01T00:00:00Z",
                    "2026-11-21T12:00:01Z",
                    "9999-12-31T00:00:00Z",
                    "Wed, 01 Jan 2031 00:00:00 GMT",
                })
        void isOneThatNobodyCanBelieve(String text) {
            assertThat(dates.read(text)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"1990-01-01T00:00:00Z", "2026-11-21T12:00:00Z"})
        void isNotOneThatIsJustBelievable(String text) {
            assertThat(dates.read(text)).contains(Instant.parse(text));
        }
    }
}

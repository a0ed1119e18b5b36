package dev.newsfan.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.policy.CacheHeaders;
import dev.newsfan.upstream.UpstreamAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheHeaderReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    /** Headers as in {@code Name: value; Name: value}. */
    private static UpstreamAnswer answer(String headers) {
        Map<String, String> all = new HashMap<>();
        for (String header : headers.split(";")) {
            String[] parts = header.split(":", 2);
            all.put(parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip());
        }
        return new UpstreamAnswer(200, name -> all.get(name.toLowerCase(Locale.ROOT)), new byte[0]);
    }

    private static CacheHeaders read(String headers) {
        return CacheHeaderReader.read(answer(headers), NOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Cache-Control: max-age=60                                       | 60
            Cache-Control: public, MAX-AGE = 60                             | 60
            Cache-Control: max-age="60"                                     | 60
            Cache-Control: max-age=60, max-age=90                           | 60
            Cache-Control: max-age=60, s-maxage=30                          | 30
            Cache-Control: max-age=60; Age: 45                              | 15
            Cache-Control: max-age=60; Age: 90                              | 0
            Cache-Control: max-age=60; Age: soon                            | 60
            Cache-Control: max-age=60; Expires: Sat, 21 Nov 2026 13:00:00 GMT | 60
            Cache-Control: max-age=-1                                       | 0
            Cache-Control: max-age=soon                                     | 0
            Cache-Control: max-age                                          | 0
            Cache-Control: max-age=99999999999999999999                     | 86400
            Cache-Control: max-age=31536000                                 | 86400
            Expires: Sat, 21 Nov 2026 12:01:00 GMT                          | 60
            Expires: Sat, 21 Nov 2026 12:01:00 GMT; Date: Sat, 21 Nov 2026 11:59:00 GMT | 120
            Expires: Sat, 21 Nov 2026 12:01:00 GMT; Age: 20                 | 40
            Expires: Sat, 21 Nov 2026 11:00:00 GMT                          | 0
            Expires: 0                                                      | 0
            Expires: -1                                                     | 0
            """)
    void aLifetimeIsWhatIsLeftOfItInSeconds(String headers, long seconds) {
        assertThat(read(headers).lifetime()).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Age: 5
            Cache-Control: public
            Cache-Control: ,,=,"
            Cache-Control: x-max-age=60
            Cache-Control: community="max-age=60"
            """)
    void aSourceThatSaysNothingHasNone(String headers) {
        assertThat(read(headers).lifetime()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Cache-Control: no-cache                     | true  | false
            Cache-Control: No-Cache="Set-Cookie"        | true  | false
            Cache-Control: no-store                     | false | true
            Cache-Control: no-cache, no-store, private  | true  | true
            Cache-Control: max-age=60                   | false | false
            Cache-Control: x-no-cache, no-stores        | false | false
            """)
    void whatIsForbiddenIsSeen(String headers, boolean noCache, boolean noStore) {
        assertThat(read(headers).noCache()).isEqualTo(noCache);
        assertThat(read(headers).noStore()).isEqualTo(noStore);
    }

    @Test
    void validatorsAreTakenAsTheyCome() {
        CacheHeaders headers = read("ETag: W/\"a b\"; Last-Modified: yesterday");

        assertThat(headers.etag()).contains("W/\"a b\"");
        assertThat(headers.lastModified()).contains("yesterday");
        assertThat(read("ETag: " + "x".repeat(1001)).canBeValidated()).isFalse();
        assertThat(read("ETag: ").canBeValidated()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Retry-After: 120                            | 120
            Retry-After: 0                              | 0
            Retry-After: Sat, 21 Nov 2026 12:00:30 GMT  | 30
            Retry-After: Sat, 21 Nov 2026 11:00:00 GMT  | 0
            Retry-After: 99999999999                    | 86400
            """)
    void aWishNotToBeAskedIsATimeOrADate(String headers, long seconds) {
        assertThat(CacheHeaderReader.retryAfter(answer(headers), NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"Retry-After: soon", "Retry-After: -5", "Retry-After: 1.5", "Age: 5"})
    void whatCanNotBeReadIsNoWish(String headers) {
        assertThat(CacheHeaderReader.retryAfter(answer(headers), NOW)).isEqualTo(Optional.empty());
    }
}

package dev.newsfan.config;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigCheckTest {

    private static final Set<String> FORMATS = new TreeSet<>(Set.of("newsapi", "json-feed", "feed"));

    private static List<String> problemsWith(String key, String value) {
        return ConfigCheck.problems(Configs.newsfan(Configs.withGoodSourceAnd(Map.of(key, value))), FORMATS);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', textBlock = """
            newsfan.budget,                         1ms
            newsfan.budget,                         10m
            newsfan.limits.sync,                    1
            newsfan.limits.async,                   1000000
            newsfan.limits.virtual,                 1
            newsfan.sources.wire.url,               http://localhost:8080/x
            newsfan.sources.wire.url,               HTTPS://news.example
            newsfan.sources.wire.format,            feed
            newsfan.sources.wire.timeout,           1ms
            newsfan.sources.wire.timeout,           5m
            newsfan.sources.wire.order,             -1
            newsfan.sources.wire.connections,       65535
            newsfan.sources.wire.max-size,          1
            newsfan.sources.wire.max-size,          100M
            newsfan.sources.wire.headers.X-Api-Key, secret with ~\t~ and ü
            """)
    void whatIsAllowedIsNoProblem(String key, String value) {
        assertThat(problemsWith(key, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            newsfan.budget                      | 0s            | newsfan.budget is "0s"; allowed: 1ms to 10m
            newsfan.budget                      | PT-1S         | newsfan.budget is "-1s"; allowed: 1ms to 10m
            newsfan.budget                      | 11m           | newsfan.budget is "660s"; allowed: 1ms to 10m
            newsfan.budget                      | 600001ms      | newsfan.budget is "600001ms"; allowed: 1ms to 10m
            newsfan.limits.sync                 | 0             | newsfan.limits.sync is "0"; allowed: 1 to 1000000
            newsfan.limits.async                | 1000001       | newsfan.limits.async is "1000001"; allowed: 1 to 1000000
            newsfan.limits.virtual              | -5            | newsfan.limits.virtual is "-5"; allowed: 1 to 1000000
            newsfan.sources.wire.format         | atom          | newsfan.sources.wire.format is "atom"; allowed: feed, json-feed, newsapi
            newsfan.sources.wire.timeout        | 0s            | newsfan.sources.wire.timeout is "0s"; allowed: 1ms to 5m
            newsfan.sources.wire.timeout        | 6m            | newsfan.sources.wire.timeout is "360s"; allowed: 1ms to 5m
            newsfan.sources.wire.connections    | 0             | newsfan.sources.wire.connections is "0"; allowed: 1 to 65535
            newsfan.sources.wire.connections    | 65536         | newsfan.sources.wire.connections is "65536"; allowed: 1 to 65535
            newsfan.sources.wire.max-size       | 0             | newsfan.sources.wire.max-size is "0 bytes"; allowed: 1 byte to 100M
            newsfan.sources.wire.max-size       | 101M          | newsfan.sources.wire.max-size is "105906176 bytes"; allowed: 1 byte to 100M
            """)
    void aWrongValueIsNamedWithItsKeyAndWhatIsAllowed(String key, String value, String problem) {
        assertThat(problemsWith(key, value)).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "news.example/feed",
                "/feed",
                "//news.example/feed",
                "ftp://news.example/feed",
                "file:///etc/passwd",
                "https://",
                "https:///feed",
                "https://news example/feed",
                "mailto:desk@news.example",
            })
    void aUrlThatCantBeAskedIsAProblem(String url) {
        assertThat(problemsWith("newsfan.sources.wire.url", url))
                .singleElement()
                .asString()
                .startsWith("newsfan.sources.wire.url is \"" + url + "\"; allowed: an absolute http or https URL");
    }

    @Test
    void aSourceNeedsAUrlAndAFormat() {
        Map<String, String> keys = Map.of("newsfan.sources.herald.order", "1");

        assertThat(ConfigCheck.problems(Configs.newsfan(Configs.withGoodSourceAnd(keys)), FORMATS))
                .containsExactly(
                        "newsfan.sources.herald.url is missing; allowed: "
                                + "an absolute http or https URL such as https://news.example/feed.xml",
                        "newsfan.sources.herald.format is missing; allowed: feed, json-feed, newsapi");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            newsfan.budget                  | soon  | a duration such as 500ms, 10s, 2m or PT1M30S
            newsfan.budget                  | 10 s  | a duration such as 500ms, 10s, 2m or PT1M30S
            newsfan.limits.sync             | many  | a whole number
            newsfan.limits.async            | 1e3   | a whole number
            newsfan.sources.wire.timeout    | 5x    | a duration such as 500ms, 10s, 2m or PT1M30S
            newsfan.sources.wire.order      | 1.5   | a whole number
            newsfan.sources.wire.enabled    | yes   | true or false
            newsfan.sources.wire.http2      | TRUE  | true or false
            newsfan.sources.wire.max-size   | 2 MB  | a number of bytes, or one with K or M such as 2M
            """)
    void aValueThatCantBeReadIsRefusedWithItsKeyAndWhatIsAllowed(String key, String value, String allowed) {
        assertThatThrownBy(() -> problemsWith(key, value))
                .hasMessageContainingAll(key, value, "(allowed: " + allowed + ")");
    }

    @Test
    void aUrlWithAPasswordIsRefusedWithoutShowingIt() {
        for (String scheme : new String[] {"https", "htps"}) {
            assertThat(problemsWith("newsfan.sources.wire.url", scheme + "://ada:geheim@news.example/feed"))
                    .singleElement()
                    .asString()
                    .contains(scheme + "://...@news.example/feed")
                    .doesNotContain("geheim");
        }
    }

    @Test
    void aDurationBeyondAllCountingIsRefusedLikeAnyOther() {
        assertThat(problemsWith("newsfan.budget", "9999999999999999s"))
                .singleElement()
                .asString()
                .endsWith("; allowed: 1ms to 10m");
    }

    @Test
    void aSourceWithADotInItsNameIsNamedAsItsKeyMustBeWritten() {
        assertThat(problemsWith("newsfan.sources.\"bbc.world\".timeout", "0s"))
                .anyMatch(problem -> problem.startsWith("newsfan.sources.\"bbc.world\".timeout is"));
    }

    @Test
    void theQueryOfAWrongUrlIsNotShownAsItMayHoldAKey() {
        assertThat(problemsWith("newsfan.sources.wire.url", "news.example/feed?apiKey=geheim"))
                .singleElement()
                .asString()
                .contains("\"news.example/feed?...\"")
                .doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"geheim\r\nX-Other: 1", "geheim\u0000", "geheim\u007f"})
    void aHeaderWithALineEndIsAProblemAndItsValueIsNotShown(String value) {
        assertThat(problemsWith("newsfan.sources.wire.headers.X-Api-Key", value))
                .singleElement()
                .asString()
                .startsWith("newsfan.sources.wire.headers.X-Api-Key has a value with a line end")
                .doesNotContain("geheim");
    }

    @Test
    void aHeaderNeedsAName() {
        assertThat(problemsWith("newsfan.sources.wire.headers.\"X Api Key\"", "geheim"))
                .singleElement()
                .asString()
                .contains("newsfan.sources.wire.headers.X Api Key", "header name")
                .doesNotContain("geheim");
    }

    @Test
    void aSourceNeedsANameThatFitsIntoUrlsAndMetrics() {
        Map<String, String> keys =
                Map.of("newsfan.sources.\"a b\".url", "https://a.example/", "newsfan.sources.\"a b\".format", "feed");

        assertThat(ConfigCheck.problems(Configs.newsfan(Configs.withGoodSourceAnd(keys)), FORMATS))
                .containsExactly("newsfan.sources.a b is \"this name\"; allowed: "
                        + "1 to 60 letters, digits, dots, dashes and underscores");
    }

    @Test
    void allProblemsAreToldAtOnceSourceBySourceByName() {
        Map<String, String> keys = Map.of(
                "newsfan.budget", "0s",
                "newsfan.sources.zeitung.url", "x",
                "newsfan.sources.zeitung.format", "y",
                "newsfan.sources.anzeiger.url", "x",
                "newsfan.sources.anzeiger.format", "feed");

        assertThat(ConfigCheck.problems(Configs.newsfan(Configs.withGoodSourceAnd(keys)), FORMATS))
                .extracting(problem -> problem.substring(0, problem.indexOf(" is ")))
                .containsExactly(
                        "newsfan.budget",
                        "newsfan.sources.anzeiger.url",
                        "newsfan.sources.zeitung.url",
                        "newsfan.sources.zeitung.format");
    }

    @Test
    void withoutASourceItShowsHowToAddOne() {
        assertThat(ConfigCheck.problems(Configs.newsfan(Configs.with(Map.of())), FORMATS))
                .containsExactly(ConfigCheck.HOW_TO_ADD_A_SOURCE);
    }

    @Test
    void sourcesThatAreAllDisabledAreNone() {
        assertThat(problemsWith("newsfan.sources.wire.enabled", "false"))
                .containsExactly(ConfigCheck.HOW_TO_ADD_A_SOURCE);
    }

    @Test
    void theExampleItShowsIsItselfNoProblem() {
        Map<String, String> example = ConfigCheck.HOW_TO_ADD_A_SOURCE
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("newsfan."))
                .map(line -> line.replace("${NEWSAPI_KEY}", "key").split("=", 2))
                .collect(toMap(line -> line[0], line -> line[1]));

        assertThat(example).hasSize(3);
        assertThat(ConfigCheck.problems(Configs.newsfan(Configs.with(example)), FORMATS))
                .isEmpty();
        assertThat(UnknownKeys.problems(example.keySet(), Set.of("world-wire"))).isEmpty();
    }
}

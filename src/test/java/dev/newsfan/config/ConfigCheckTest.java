package dev.newsfan.config;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigCheckTest {

    private static Set<String> problemsWith(String key, String value) {
        return Configs.problems(Map.of(key, value));
    }

    @Nested
    class AValue {

        @ParameterizedTest
        @CsvSource(quoteCharacter = '~', textBlock = """
                newsfan.budget,                         1ms
                newsfan.budget,                         10m
                newsfan.budget,                         ~ 10s ~
                newsfan.heartbeat,                      10m
                newsfan.similar-titles,                 false
                newsfan.similar-titles,                 true
                newsfan.similar-titles,                 0.5
                newsfan.similar-titles,                 1
                newsfan.lab.limit,                      1
                newsfan.lab.limit,                      1000000
                newsfan.limits.sync,                    1
                newsfan.limits.sync,                    ~~
                newsfan.limits.async,                   1000000
                newsfan.limits.virtual,                 1
                newsfan.sources.wire.url,               http://localhost:8080/x
                newsfan.sources.wire.url,               HTTPS://news.example
                newsfan.sources.wire.format,            feed
                newsfan.sources.wire.timeout,           1ms
                newsfan.sources.wire.timeout,           5m
                newsfan.sources.wire.order,             -1
                newsfan.sources.wire.connections,       65535
                newsfan.sources.wire.connections,       ~~
                newsfan.sources.wire.max-size,          1
                newsfan.sources.wire.max-size,          100M
                newsfan.sources.wire.format,            auto
                newsfan.sources.wire.headers.X-Api-Key, secret with ~\t~ and ü
                newsfan.sources.wire.params.api-key,    a+b/c=d&e ü
                newsfan.sources.wire.params.Country,    us
                """)
        void isNoProblemIfItIsAllowed(String key, String value) {
            assertThat(problemsWith(key, value)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " | ", textBlock = """
                newsfan.budget                      | 0s      | newsfan.budget is "0s"; allowed: 1ms to 10m
                newsfan.budget                      | PT-1S   | newsfan.budget is "PT-1S"; allowed: 1ms to 10m
                newsfan.budget                      | 11m     | newsfan.budget is "11m"; allowed: 1ms to 10m
                newsfan.budget                      | 600001ms | newsfan.budget is "600001ms"; allowed: 1ms to 10m
                newsfan.heartbeat                   | 0s      | newsfan.heartbeat is "0s"; allowed: 1ms to 10m
                newsfan.similar-titles              | 0.49    | newsfan.similar-titles is "0.49"; allowed: false, true (which is 0.7), or a number from 0.5 to 1 such as 0.8
                newsfan.similar-titles              | 1.01    | newsfan.similar-titles is "1.01"; allowed: false, true (which is 0.7), or a number from 0.5 to 1 such as 0.8
                newsfan.lab.limit                   | 0       | newsfan.lab.limit is "0"; allowed: 1 to 1000000
                newsfan.lab.limit                   | -1      | newsfan.lab.limit is "-1"; allowed: 1 to 1000000
                newsfan.lab.limit                   | 1000001 | newsfan.lab.limit is "1000001"; allowed: 1 to 1000000
                newsfan.limits.sync                 | 0       | newsfan.limits.sync is "0"; allowed: 1 to 1000000
                newsfan.limits.async                | 1000001 | newsfan.limits.async is "1000001"; allowed: 1 to 1000000
                newsfan.limits.virtual              | -5      | newsfan.limits.virtual is "-5"; allowed: 1 to 1000000
                newsfan.sources.wire.format         | atom    | newsfan.sources.wire.format is "atom"; allowed: auto, feed, gnews, guardian, hacker-news, hn-algolia, json-feed, newsapi, nyt
                newsfan.sources.wire.timeout        | 0s      | newsfan.sources.wire.timeout is "0s"; allowed: 1ms to 5m
                newsfan.sources.wire.timeout        | 6m      | newsfan.sources.wire.timeout is "6m"; allowed: 1ms to 5m
                newsfan.sources.wire.connections    | 0       | newsfan.sources.wire.connections is "0"; allowed: 1 to 65535
                newsfan.sources.wire.connections    | 65536   | newsfan.sources.wire.connections is "65536"; allowed: 1 to 65535
                newsfan.sources.wire.max-size       | 0       | newsfan.sources.wire.max-size is "0"; allowed: 1 to 100M
                newsfan.sources.wire.max-size       | 101M    | newsfan.sources.wire.max-size is "101M"; allowed: 1 to 100M
                """)
        void isToldWithItsKeyAndWhatIsAllowed(String key, String value, String problem) {
            assertThat(problemsWith(key, value)).containsExactly(problem);
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " | ", textBlock = """
                newsfan.budget                  | soon  | a duration such as 500ms, 10s, 2m or PT1M30S, from 1ms to 10m
                newsfan.budget                  | 10 s  | a duration such as 500ms, 10s, 2m or PT1M30S, from 1ms to 10m
                newsfan.lab.enabled             | on    | true or false
                newsfan.limits.sync             | many  | a whole number, from 1 to 1000000
                newsfan.limits.async            | 1e3   | a whole number, from 1 to 1000000
                newsfan.limits.virtual          | 1111111111111 | a whole number, from 1 to 1000000
                newsfan.sources.wire.timeout    | 5x    | a duration such as 500ms, 10s, 2m or PT1M30S, from 1ms to 5m
                newsfan.sources.wire.order      | 1.5   | a whole number
                newsfan.sources.wire.enabled    | yes   | true or false
                newsfan.sources.wire.http2      | TRUE  | true or false
                newsfan.sources.wire.max-size   | 2 MB  | a number of bytes, or one with K, M or G such as 2M, from 1 to 100M
                """)
        void isToldLikewiseIfItCanNotBeRead(String key, String value, String allowed) {
            assertThat(problemsWith(key, value)).containsExactly(key + " is \"" + value + "\"; allowed: " + allowed);
        }

        @Test
        void isRefusedIfItIsADurationBeyondAllCounting() {
            assertThat(problemsWith("newsfan.budget", "9999999999999999s"))
                    .singleElement()
                    .asString()
                    .endsWith("; allowed: 1ms to 10m");
        }

        @Test
        void isFoundInTheEnvironmentToo() {
            Map<String, String> keys = Map.of(
                    "newsfan.sources.world-wire.url",
                    "https://a.example/",
                    "newsfan.sources.world-wire.format",
                    "feed");
            Map<String, String> variables =
                    Map.of("NEWSFAN_BUDGET", "0s", "NEWSFAN_SOURCES_WORLD_WIRE_CONNECTIONS", "0");

            assertThat(Configs.problems(keys, variables))
                    .containsExactly(
                            "newsfan.budget is \"0s\"; allowed: 1ms to 10m",
                            "newsfan.sources.world-wire.connections is \"0\"; allowed: 1 to 65535");
        }
    }

    @Nested
    class VariablesOfAServiceInKubernetes {

        private static Set<String> problems(Map<String, String> variables) {
            return Configs.problems(Map.of(), variables);
        }

        @Test
        void areNoneOfOurs() {
            assertThat(problems(Map.of(
                            "NEWSFAN_CACHE_SERVICE_HOST", "10.0.0.1",
                            "NEWSFAN_CACHE_SERVICE_PORT", "6379",
                            "NEWSFAN_CACHE_SERVICE_PORT_REDIS", "6379",
                            "NEWSFAN_CACHE_PORT", "tcp://10.0.0.1:6379",
                            "NEWSFAN_CACHE_PORT_6379_TCP", "tcp://10.0.0.1:6379",
                            "NEWSFAN_CACHE_PORT_6379_TCP_PROTO", "tcp",
                            "NEWSFAN_CACHE_PORT_6379_TCP_PORT", "6379",
                            "NEWSFAN_CACHE_PORT_6379_TCP_ADDR", "10.0.0.1")))
                    .isEmpty();
        }

        @Test
        void areNotTakenForAMisspeltKey() {
            assertThat(problems(Map.of("NEWSFAN_CACHE_PORT", "6379")))
                    .singleElement()
                    .asString()
                    .contains("NEWSFAN_CACHE_PORT");
        }
    }

    @Nested
    class ASource {

        private static final String URL =
                "; allowed: an absolute http or https URL such as https://news.example/feed.xml";

        @Test
        void needsNothingButAUrl() {
            assertThat(problemsWith("newsfan.sources.herald.order", "1"))
                    .singleElement()
                    .asString()
                    .startsWith("newsfan.sources.herald.url is missing" + URL);
            assertThat(problemsWith("newsfan.sources.herald.url", "https://herald.example/feed"))
                    .isEmpty();
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
                    "https://news.example/feed ",
                    "mailto:desk@news.example",
                })
        void needsAUrlThatCanBeAsked(String url) {
            assertThat(problemsWith("newsfan.sources.wire.url", url))
                    .singleElement()
                    .asString()
                    .startsWith("newsfan.sources.wire.url is \"" + url + "\"" + URL);
        }

        @Test
        void needsANameThatFitsIntoUrlsAndMetrics() {
            Map<String, String> keys = Map.of(
                    "newsfan.sources.\"a b\".url", "https://a.example/", "newsfan.sources.\"a b\".format", "feed");

            assertThat(Configs.problems(keys))
                    .containsExactly("newsfan.sources.\"a b\" is \"a b\"; allowed: "
                            + "1 to 60 letters, digits, dots, dashes and underscores");
        }

        @Test
        void withADotInItsNameIsToldAsItMustBeWritten() {
            assertThat(problemsWith("newsfan.sources.\"bbc.world\".timeout", "0s"))
                    .contains("newsfan.sources.\"bbc.world\".timeout is \"0s\"; allowed: 1ms to 5m");
        }

        @Test
        void needsNamesForItsHeaders() {
            assertThat(problemsWith("newsfan.sources.wire.headers.\"X Api Key\"", "geheim"))
                    .singleElement()
                    .asString()
                    .contains("newsfan.sources.wire.headers.\"X Api Key\" is \"X Api Key\"", "header name")
                    .doesNotContain("geheim");
        }
    }

    @Nested
    class AParameter {

        @Test
        void needsANameThatIsPlain() {
            assertThat(problemsWith("newsfan.sources.wire.params.\"api key\"", "geheim"))
                    .containsExactly("newsfan.sources.wire.params.\"api key\" is \"api key\"; allowed: "
                            + "1 to 100 letters, digits, dots, dashes and underscores");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://news.example/?apikey=geheim",
                    "https://news.example/?a=b&apikey",
                    "https://news.example/?apike%79=geheim",
                    "https://news.example/?a=%&apikey=geheim#top",
                })
        void isNotInTheUrlAsWell(String url) {
            Map<String, String> keys =
                    Map.of("newsfan.sources.wire.url", url, "newsfan.sources.wire.params.apikey", "geheim");

            assertThat(Configs.problems(keys))
                    .contains("newsfan.sources.wire.params.apikey is in the query of newsfan.sources.wire.url, too; "
                            + "allowed: in one of them")
                    .noneMatch(problem -> problem.contains("geheim"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://news.example/",
                    "https://news.example/?apikeys=a&b=apikey",
                    "https://news.example/apikey#?apikey",
                })
        void mayBeWhateverTheUrlHasNot(String url) {
            assertThat(Configs.problems(
                            Map.of("newsfan.sources.wire.url", url, "newsfan.sources.wire.params.apikey", "geheim")))
                    .isEmpty();
        }
    }

    @Nested
    class NotShownIs {

        @ParameterizedTest
        @ValueSource(strings = {"https", "htps"})
        void aPassword(String scheme) {
            assertThat(problemsWith("newsfan.sources.wire.url", scheme + "://ada:geheim@news.example/feed"))
                    .singleElement()
                    .asString()
                    .contains(scheme + "://...@news.example/feed", "headers.Authorization")
                    .doesNotContain("geheim");
        }

        @ParameterizedTest
        @ValueSource(strings = {"newsfan.sources.wire.url", "newsfan.lab.fan-out"})
        void theQueryOfAUrl(String key) {
            assertThat(problemsWith(key, "news.example/feed?apiKey=geheim\ngeheim"))
                    .singleElement()
                    .asString()
                    .contains("\"news.example/feed?...\"")
                    .doesNotContain("geheim");
        }

        @ParameterizedTest
        @ValueSource(strings = {"geheim\r\nX-Other: 1", "geheim\u0000", "geheim\u007f"})
        void theValueOfAHeaderOrParameter(String value) {
            for (String key : List.of("headers.X-Api-Key", "params.apikey")) {
                assertThat(problemsWith("newsfan.sources.wire." + key, value))
                        .containsExactly("newsfan.sources.wire." + key
                                + " is \"...\"; allowed: text in one line, without control characters");
            }
        }
    }

    @Nested
    class AProxy {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "none",
                    "http://proxy.example:3128",
                    "HTTP://10.0.0.7:3128/",
                    "http://[::1]:3128",
                    "http://ada:ge%40heim@proxy:3128",
                    "socks5://proxy:1080"
                })
        void isNoneOrAUrlWithAPort(String url) {
            assertThat(problemsWith("newsfan.proxy", url)).isEmpty();
            assertThat(problemsWith("newsfan.sources.wire.proxy", url)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "proxy:3128",
                    "direct",
                    "http://proxy",
                    "https://proxy:3128",
                    "socks4://proxy:1080",
                    "http://proxy:3128/path",
                    "http://proxy:0",
                    "http://ada:ge heim@proxy:3128",
                    "http://ada:geheim@proxy"
                })
        void isNothingElseAndDoesNotTellItsPassword(String url) {
            assertThat(problemsWith("newsfan.proxy", url))
                    .singleElement()
                    .asString()
                    .startsWith("newsfan.proxy is \"")
                    .contains("allowed: none, or a URL such as http://proxy.example:3128")
                    .doesNotContain("heim");
        }

        @Test
        void hasHostsThatAreAskedWithoutIt() {
            assertThat(problemsWith("newsfan.no-proxy", "localhost, 127.*,*.internal,::1"))
                    .isEmpty();
            assertThat(problemsWith("newsfan.no-proxy", "http://localhost"))
                    .containsExactly("newsfan.no-proxy is \"http://localhost\"; allowed: "
                            + "hosts such as localhost, *.internal or 10.*, separated by commas");
        }
    }

    @Nested
    class TheSharedCache {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "redis://cache",
                    "redis://cache.example:6380/15",
                    "rediss://cache.example/",
                    "REDISS://10.0.0.7:6379",
                    "redis://:geheim@cache",
                    "redis://ada:ge%40heim@cache:6379",
                    "redis://ada@cache",
                })
        void isAtAUrlOfRedis(String url) {
            assertThat(problemsWith("newsfan.cache.shared", url)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "cache:6379",
                    "http://cache",
                    "valkey://cache",
                    "redis:cache",
                    "redis://",
                    "redis:///0",
                    "redis://cache:0",
                    "redis://cache:65536",
                    "redis://cache/none",
                    "redis://cache/1/2",
                    "redis://cache#1",
                    "redis://my_cache",
                    "redis://a b",
                })
        void isNowhereElse(String url) {
            assertThat(problemsWith("newsfan.cache.shared", url))
                    .singleElement()
                    .asString()
                    .startsWith("newsfan.cache.shared is \"" + url
                            + "\"; allowed: a URL such as redis://cache.example:6379/0");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://ada:geheim@cache",
                    "redis://ada:ge/heim@cache",
                    "redis://:ge?heim@cache",
                    "redis://:ge@heim@cache",
                    "redis:ada:geheim@cache",
                    "redis://cache?password=geheim",
                    "redis://:ge\nheim@cache",
                })
        void doesNotTellItsPassword(String url) {
            assertThat(problemsWith("newsfan.cache.shared", url))
                    .singleElement()
                    .asString()
                    .contains("cache")
                    .doesNotContain("heim");
        }

        @Test
        void doesNotTellAPasswordOfItsOwnKeyEither() {
            assertThat(problemsWith("newsfan.cache.password", "ge\nheim"))
                    .containsExactly("newsfan.cache.password is \"...\"; allowed: "
                            + "text in one line, without control characters");
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " | ", textBlock = """
                newsfan.cache.key-prefix | a b   | 1 to 60 letters, digits, colons, dots, dashes and underscores
                newsfan.cache.key-prefix | a*    | 1 to 60 letters, digits, colons, dots, dashes and underscores
                newsfan.cache.timeout    | 0s    | 1ms to 10s
                newsfan.cache.timeout    | 11s   | 1ms to 10s
                newsfan.cache.timeout    | often | a duration such as 500ms, 10s, 2m or PT1M30S, from 1ms to 10s
                newsfan.cache.ca         | none.pem | the path of a file with certificates in PEM format
                newsfan.cache.ca         | pom.xml  | the path of a file with certificates in PEM format
                """)
        void tellsWhatElseIsWrong(String key, String value, String allowed) {
            assertThat(problemsWith(key, value)).containsExactly(key + " is \"" + value + "\"; allowed: " + allowed);
        }
    }

    @Nested
    class TheLab {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/lab/step/one",
                    "/lab/step/one,/x?y=z,http://h:1/a?b=c,https://news.example",
                    "/",
                })
        void asksUrlsAndPathsOfTheService(String addresses) {
            assertThat(problemsWith("newsfan.lab.fan-out", addresses)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "lab/step/one",
                    "//host/x",
                    "ftp://host/x",
                    "http:/x",
                    "http://",
                    "http://ada:geheim@host/",
                    "/ x",
                    "file:///etc",
                    "/lab/async/fan-out",
                    "/lab/callers",
                    "/lab"
                })
        void asksNothingElse(String address) {
            assertThat(problemsWith("newsfan.lab.fan-out", "/," + address))
                    .singleElement()
                    .asString()
                    .startsWith("newsfan.lab.fan-out has \"" + address.replace("ada:geheim", "...")
                            + "\"; allowed: http and https URLs");
        }

        @Test
        void asksNumberedAddressesToo() {
            Map<String, String> keys = Map.of("newsfan.lab.fan-out[0]", "/", "newsfan.lab.fan-out[1]", "x");

            assertThat(Configs.problems(keys)).singleElement().asString().startsWith("newsfan.lab.fan-out has \"x\"");
        }

        @Test
        void asksNoMoreThanTwenty() {
            assertThat(problemsWith("newsfan.lab.fan-out", "/,".repeat(20) + "/"))
                    .containsExactly("newsfan.lab.fan-out has 21 values; allowed: 1 to 20");
        }

        @ParameterizedTest
        @CsvSource({
            "quarkus.http.insecure-requests, disabled, enabled",
            "quarkus.http.insecure-requests, redirect, enabled",
            "quarkus.http.root-path,         /app,     /",
            "quarkus.http.root-path,         app/,     /",
        })
        void canNotBeEnabledWhereItCanNotReachTheService(String key, String value, String allowed) {
            assertThat(Configs.problems(Map.of(key, value, "newsfan.lab.enabled", "true")))
                    .singleElement()
                    .asString()
                    .startsWith("newsfan.lab.enabled is \"true\", but " + key + " is \"" + value
                            + "\"; allowed with the lab: " + allowed + ", as");
            assertThat(problemsWith(key, value)).isEmpty();
        }
    }

    @Nested
    class WithoutASource {

        @Test
        void itShowsHowToAddOne() {
            assertThat(ConfigCheck.problems(Configs.with(Map.of()), Configs.FORMATS))
                    .containsExactly(ConfigCheck.HOW_TO_ADD_A_SOURCE);
        }

        @Test
        void thoseThatAreDisabledDoNotCount() {
            assertThat(problemsWith("newsfan.sources.wire.enabled", "false"))
                    .containsExactly(ConfigCheck.HOW_TO_ADD_A_SOURCE);
        }

        @Test
        void theExampleThatItShowsIsItselfNoProblem() {
            Map<String, String> example = ConfigCheck.HOW_TO_ADD_A_SOURCE
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith("newsfan."))
                    .map(line -> line.replace("${NEWSAPI_KEY}", "key").split("=", 2))
                    .collect(toMap(line -> line[0], line -> line[1]));

            assertThat(example).hasSize(2);
            assertThat(ConfigCheck.problems(Configs.with(example), Configs.FORMATS))
                    .isEmpty();
        }
    }

    @Nested
    class AllProblems {

        private final Map<String, String> keys = Map.of(
                "newsfan.budget", "abc",
                "newsfan.budgett", "1s",
                "newsfan.lab.limit", "0",
                "newsfan.sources.zeitung.url", "x",
                "newsfan.sources.zeitung.format", "y",
                "newsfan.sources.anzeiger.url", "x",
                "newsfan.sources.anzeiger.format", "feed");

        @Test
        void areToldAtOnceKeyByKey() {
            assertThat(Configs.problems(keys))
                    .extracting(problem -> problem.substring(0, problem.indexOf(" is ")))
                    .containsExactlyElementsOf(List.of(
                            "newsfan.budget",
                            "newsfan.budgett",
                            "newsfan.lab.limit",
                            "newsfan.sources.anzeiger.url",
                            "newsfan.sources.zeitung.format",
                            "newsfan.sources.zeitung.url"));
        }

        @Test
        void endTheStart() {
            assertThatThrownBy(() -> ConfigCheck.check(Configs.with(keys), Configs.FORMATS, List.of()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("The configuration is wrong:\n- newsfan.budget is \"abc\"; allowed: ");
        }
    }
}

package dev.newsfan.config;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigKeyTest {

    /** Beside these keys there are two good sources, {@code world-wire} and {@code a.b}. */
    private static Set<String> problemsWith(String... keys) {
        Map<String, String> all = Stream.of(keys).collect(toMap(Function.identity(), _ -> "1"));
        Stream.of("world-wire", "\"a.b\"")
                .map(name -> "newsfan.sources." + name)
                .forEach(source -> {
                    all.put(source + ".url", "https://news.example/");
                    all.put(source + ".format", "feed");
                });
        return ConfigCheck.problems(Configs.with(all), Configs.FORMATS);
    }

    @Nested
    class AKey {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "newsfan.limits.sync",
                    "newsfan.limits.async",
                    "newsfan.limits.virtual",
                    "newsfan.sources.world-wire.max-size",
                    "newsfan.sources.world-wire.headers.X-Api-Key",
                    "newsfan.sources.world-wire.headers.\"X.Api.Key\"",
                    "newsfan.sources.world-wire.params.api-key",
                    "newsfan.sources.\"a.b\".order",
                    "newsfanatic.budget",
                    "quarkus.http.port",
                    "my.newsfan.budgte",
                    "",
                })
        void isNoProblemIfItIsOursOrOfOthers(String key) {
            assertThat(problemsWith(key)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "newsfan.bugdet",
                    "newsfan.budget.total",
                    "newsfan.limit.sync",
                    "newsfan.limits",
                    "newsfan.limits.race",
                    "newsfan.lab",
                    "newsfan.lab.enable",
                    "newsfan.lab.fan-out.one",
                    "newsfan.sources",
                    "newsfan.sources.world-wire",
                    "newsfan.sources.world-wire.uri",
                    "newsfan.sources.world-wire.URL",
                    "newsfan.sources.world-wire.maxSize",
                    "newsfan.sources.world-wire.url.x",
                    "newsfan.sources.world-wire.headers",
                    "newsfan.sources.world-wire.headers.",
                    "newsfan.sources.world-wire.params",
                    "newsfan.sources.world-wire.param.apikey",
                    "newsfan.sources.a.b.url",
                    "newsfan.source.world-wire.url",
                    "newsfan.",
                })
        void isToldWithThoseThatThereAreIfItIsMisspelt(String key) {
            assertThat(problemsWith(key))
                    .singleElement()
                    .asString()
                    .startsWith(key + " is no key of the configuration; allowed: newsfan.access-log, ")
                    .contains(", newsfan.sources.NAME.headers.NAME, ");
        }
    }

    @Nested
    class AVariable {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "NEWSFAN_SOURCES_WORLD_WIRE_URL",
                    "NEWSFAN_SOURCES_WORLD_WIRE_HEADERS_X_API_KEY",
                    "NEWSFAN_SOURCES_WORLD_WIRE_PARAMS_API_KEY",
                    "NEWSFAN_SOURCES__A_B__TIMEOUT",
                    "NEWSFAN_BUDGET",
                    "NEWSFAN_LIMITS_SYNC",
                    "NEWSFAN_LAB_ENABLED",
                    "NEWSFAN_LAB_FAN_OUT",
                    "NEWSFAN_LABOUR",
                    "NEWSFAN_SERVICE_HOST",
                    "NEWSFAN_PORT_8080_TCP",
                    "MY_NEWSFAN_SOURCES_HERALD_URL",
                    "PATH",
                })
        void isNoProblemIfItStandsForAKeyOrIsOfOthers(String variable) {
            assertThat(problemsWith(variable)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "NEWSFAN_SOURCES_HERALD_URL",
                    "NEWSFAN_SOURCES_WORLD_URL",
                    "NEWSFAN_SOURCES_WORLD_WIREURL",
                    "NEWSFAN_SOURCES_WORLD_WIRE_TIMOUT",
                    "NEWSFAN_SOURCES",
                    "NEWSFAN_LIMITS_RACE",
                    "NEWSFAN_LAB_ENABLE",
                    "NEWSFAN_BUDGETS",
                })
        void isToldWithTheSourcesIfItStandsForNone(String variable) {
            assertThat(problemsWith(variable))
                    .singleElement()
                    .asString()
                    .startsWith("The environment variable " + variable
                            + " stands for no key of the configuration (the sources are \"a.b\", world-wire). ");
        }

        @Test
        void isToldWithoutSourcesIfThereAreNone() {
            Map<String, String> keys = Map.of("NEWSFAN_SOURCES_HERALD_URL", "x");

            assertThat(ConfigCheck.problems(Configs.with(keys), Configs.FORMATS))
                    .anyMatch(
                            problem -> problem.startsWith("The environment variable NEWSFAN_SOURCES_HERALD_URL stands "
                                    + "for no key of the configuration. "));
        }

        @Test
        void isToldOnceAndNotAgainAsTheKeyThatIsMadeOfIt() {
            assertThat(problemsWith("NEWSFAN_SOURCES_HERALD_URI", "newsfan.sources.herald.uri"))
                    .singleElement()
                    .asString()
                    .startsWith("The environment variable NEWSFAN_SOURCES_HERALD_URI ");
        }

        @Test
        void ofAListMayBeNumbered() {
            assertThat(Configs.problems(Map.of(), Map.of("NEWSFAN_LAB_FAN_OUT_0_", "/x")))
                    .isEmpty();
        }

        @Test
        void createsASourceIfItsNameIsOneWord() {
            Map<String, String> variables = Map.of(
                    "NEWSFAN_SOURCES_HERALD_URL", "https://a.example/",
                    "NEWSFAN_SOURCES_HERALD_FORMAT", "feed",
                    "NEWSFAN_SOURCES_HERALD_MAX_SIZE", "0");

            assertThat(Configs.problems(Map.of(), variables))
                    .containsExactly("newsfan.sources.herald.max-size is \"0\"; allowed: 1 to 100M");
        }
    }

    @Nested
    class EveryKey {

        static List<ConfigKey> all() {
            return ConfigKey.ALL;
        }

        /** Its converter has to leave that to the check, which tells it with the others. */
        @ParameterizedTest
        @MethodSource("all")
        void isToldIfItCanNotBeRead(ConfigKey key) {
            String name = key.name().replaceFirst("NAME", "wire").replace("NAME", "X");

            assertThat(Configs.problems(Map.of(name, "\u0000")))
                    .singleElement()
                    .asString()
                    .startsWith(name)
                    .contains("; allowed: ");
        }

        @Test
        void isDocumentedWithItsDefaultAndWhatIsAllowed() throws IOException {
            Map<String, List<String>> documented = Files.readAllLines(Path.of("docs/configuration.md")).stream()
                    .filter(line -> line.startsWith("| `newsfan.") && !line.contains("_"))
                    .map(line -> line.split(" *\\| *"))
                    .collect(toMap(row -> row[1].replace("`", ""), row -> List.of(row[2], row[3])));
            Map<String, List<String>> declared = ConfigKey.ALL.stream()
                    .collect(toMap(
                            ConfigKey::name,
                            key -> List.of(
                                    byDefault(
                                            key,
                                            documented
                                                    .getOrDefault(key.name(), List.of("", ""))
                                                    .getFirst()),
                                    allowed(key))));

            assertThat(documented).containsExactlyInAnyOrderEntriesOf(declared);
        }

        /** What stands for a default where there is none is free, but must not look like one. */
        private static String byDefault(ConfigKey key, String documented) {
            WithDefault declared = key.method().getAnnotation(WithDefault.class);
            if (declared != null) {
                return '`' + declared.value() + '`';
            }
            return key.allowed().required() ? "must be given" : documented.replace("`", "");
        }

        private static String allowed(ConfigKey key) {
            String range = key.allowed().range();
            String words = key.allowed().value() == Kind.FORMAT
                    ? Configs.FORMATS.stream().sorted().collect(joining(", "))
                    : key.allowed().value().insteadOf("", "").orElseThrow();
            if (key.isList()) {
                return range + " " + words;
            }
            return range.isEmpty() ? words : range;
        }
    }
}

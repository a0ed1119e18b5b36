package dev.newsfan.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.common.utils.StringUtil;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownKeysTest {

    private static final Set<String> SOURCES = Set.of("world-wire", "a.b");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "newsfan.budget",
                "newsfan.limits.sync",
                "newsfan.limits.async",
                "newsfan.limits.virtual",
                "newsfan.sources.world-wire.url",
                "newsfan.sources.world-wire.max-size",
                "newsfan.sources.world-wire.headers.X-Api-Key",
                "newsfan.sources.world-wire.headers.\"X.Api.Key\"",
                "newsfan.sources.\"a.b\".timeout",
                "newsfanatic.budget",
                "quarkus.http.port",
                "my.newsfan.budgte",
                "",
            })
    void aKeyOfOursOrOfOthersIsNoProblem(String key) {
        assertThat(UnknownKeys.problems(List.of(key), SOURCES)).isEmpty();
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
                "newsfan.sources.a.b.url",
                "newsfan.source.world-wire.url",
                "newsfan.",
            })
    void aMisspeltKeyIsNamedWithWhatIsAllowed(String key) {
        assertThat(UnknownKeys.problems(List.of(key), SOURCES))
                .singleElement()
                .asString()
                .startsWith(key + " is no key of the configuration; allowed: newsfan.budget, ");
    }

    /** Fails when a key is added to the configuration and not to the check. */
    static Stream<String> keysOfTheMappings() {
        return Stream.of(
                        keys("newsfan.", NewsfanConfig.class, "limits", "sources"),
                        // The lab's are its own room's.
                        Stream.of(
                                "newsfan.lab.enabled",
                                "newsfan.lab.limit",
                                "newsfan.lab.fan-out",
                                "newsfan.lab.fan-out[0]"),
                        keys("newsfan.limits.", NewsfanConfig.Limits.class),
                        keys("newsfan.sources.wire.", SourceConfig.class, "headers"))
                .flatMap(Function.identity());
    }

    private static Stream<String> keys(String prefix, Class<?> mapping, String... groups) {
        return Stream.of(mapping.getDeclaredMethods())
                .map(Method::getName)
                .filter(name -> !List.of(groups).contains(name) && !name.contains("$"))
                .map(name -> prefix + StringUtil.skewer(name));
    }

    @ParameterizedTest
    @MethodSource("keysOfTheMappings")
    void everyKeyThatIsReadIsKnown(String key) {
        assertThat(UnknownKeys.problems(List.of(key), SOURCES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NEWSFAN_SOURCES_WORLD_WIRE_URL",
                "NEWSFAN_SOURCES_WORLD_WIRE_HEADERS_X_API_KEY",
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
    void aVariableForAKeyOrOfOthersIsNoProblem(String variable) {
        assertThat(UnknownKeys.problems(List.of(variable), SOURCES)).isEmpty();
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
    void aVariableForNoKeyIsNamedWithTheSourcesThatThereAre(String variable) {
        assertThat(UnknownKeys.problems(List.of(variable), Set.of("world-wire")))
                .singleElement()
                .asString()
                .startsWith("The environment variable " + variable
                        + " stands for no key of the configuration (the sources are world-wire). ");
    }

    @Test
    void aVariableForNoKeyNamesNoSourcesIfThereAreNone() {
        assertThat(UnknownKeys.problems(List.of("NEWSFAN_SOURCES_HERALD_URL"), Set.of()))
                .singleElement()
                .asString()
                .startsWith("The environment variable NEWSFAN_SOURCES_HERALD_URL stands for no key of the "
                        + "configuration. ");
    }

    @Test
    void aVariableIsNamedOnceAndNotAgainByTheKeyThatIsMadeOfIt() {
        List<String> both = List.of("NEWSFAN_SOURCES_HERALD_URI", "newsfan.sources.herald.uri");

        assertThat(UnknownKeys.problems(both, SOURCES))
                .singleElement()
                .asString()
                .startsWith("The environment variable NEWSFAN_SOURCES_HERALD_URI ");
    }

    @Test
    void problemsAreSorted() {
        assertThat(UnknownKeys.problems(List.of("newsfan.z", "quarkus.x", "newsfan.a"), SOURCES))
                .extracting(problem -> problem.split(" ")[0])
                .containsExactly("newsfan.a", "newsfan.z");
    }
}

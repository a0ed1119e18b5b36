package dev.newsfan.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.LabConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabCheckTest {

    private record OfTheLab(boolean enabled, int limit, List<String> fanOut) implements LabConfig {}

    private static List<String> problems(int limit, String... fanOut) {
        return LabCheck.problems(new OfTheLab(true, limit, List.of(fanOut)), quarkus(Map.of()));
    }

    private static Config quarkus(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(keys, "test", 100))
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.http.insecure-requests, disabled, enabled",
        "quarkus.http.insecure-requests, redirect, enabled",
        "quarkus.http.root-path,         /app,     /",
        "quarkus.http.root-path,         app/,     /",
    })
    void whereTheLabCanNotReachTheServiceItCanNotBeEnabled(String key, String value, String allowed) {
        Config quarkus = quarkus(Map.of(key, value));

        assertThat(LabCheck.problems(new OfTheLab(true, 1, List.of("/")), quarkus))
                .singleElement()
                .asString()
                .startsWith("newsfan.lab.enabled is \"true\", but " + key + " is \"")
                .contains("; allowed with the lab: " + allowed);
        assertThat(LabCheck.problems(new OfTheLab(false, 1, List.of("/")), quarkus))
                .isEmpty();
    }

    @Test
    void whatIsAllowedIsNoProblem() {
        assertThat(problems(1, "/lab/step/one", "/x?y=z", "http://h:1/a?b=c", "https://news.example"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000_001})
    void aLimitOutOfRangeIsNamed(int limit) {
        assertThat(problems(limit, "/"))
                .containsExactly("newsfan.lab.limit is \"" + limit + "\"; allowed: 1 to 1000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lab/step/one",
                "//host/x",
                "ftp://host/x",
                "http:/x",
                "http://",
                "/ x",
                "file:///etc",
                "/lab/async/fan-out",
                "/lab/callers",
                "/lab"
            })
    void anAddressThatIsNeitherIsNamed(String address) {
        assertThat(problems(1, address))
                .singleElement()
                .asString()
                .startsWith("newsfan.lab.fan-out has \"" + address + "\"; allowed: http and https URLs");
    }

    @Test
    void aQueryIsNotShownAsItMayHoldAKey() {
        assertThat(problems(1, "ftp://host/x?key=s3cret"))
                .singleElement()
                .asString()
                .doesNotContain("s3cret");
    }

    @Test
    void tooManyAddressesAreCounted() {
        assertThat(problems(1, Collections.nCopies(21, "/").toArray(String[]::new)))
                .containsExactly("newsfan.lab.fan-out has 21 URLs; allowed: 1 to 20");
    }
}

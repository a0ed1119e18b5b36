package dev.newsfan.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabCheckTest {

    private record Config(boolean enabled, int limit, List<String> fanOut) implements LabConfig {}

    private static List<String> problems(int limit, String... fanOut) {
        return LabCheck.problems(new Config(true, limit, List.of(fanOut)));
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
    @ValueSource(strings = {"lab/step/one", "//host/x", "ftp://host/x", "http:/x", "http://", "/ x", "file:///etc"})
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

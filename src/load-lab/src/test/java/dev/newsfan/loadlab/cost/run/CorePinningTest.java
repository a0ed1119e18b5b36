package dev.newsfan.loadlab.cost.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorePinningTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    0-1   | 0 | 1
                    0-3   | 0 | 1,2,3
                    2,5-6 | 2 | 5,6
                    """)
    void theServersHaveTheFirstCoreToThemselves(String cores, String first, String rest) {
        CorePinning pinning = CorePinning.of(cores, true);

        assertThat(pinning.server()).containsExactly("taskset", "-c", first);
        assertThat(pinning.others()).containsExactly("taskset", "-c", rest);
        assertThat(pinning.inWords()).contains("servers on core " + first, "users on " + rest);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
                    3   | true  | there is only one
                    0-1 | false | there is no taskset
                    ''  | true  | this system doesn't list its cores
                    """)
    void otherwiseTheyShareThemAndTheReportSaysWhy(String cores, boolean canPin, String why) {
        CorePinning pinning = CorePinning.of(cores, canPin);

        assertThat(pinning.server()).isEmpty();
        assertThat(pinning.others()).isEmpty();
        assertThat(pinning.inWords()).contains("share the cores", why);
    }

    @Test
    void thisMachineIsPinnedOrNotButNeverHalf() {
        CorePinning here = CorePinning.here();

        assertThat(here.server().isEmpty()).isEqualTo(here.others().isEmpty());
    }
}

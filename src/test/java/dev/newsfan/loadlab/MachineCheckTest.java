package dev.newsfan.loadlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MachineCheckTest {

    private static final double GIBIBYTE = 1 << 30;

    @Test
    void aMachineThatIsLargeEnoughIsNotTalkedOf() throws BadOption {
        assertThat(problems(machine(2, 20_000, 28_000, 16), 4000)).isEmpty();
    }

    @Test
    void oneCoreIsTooFew() throws BadOption {
        assertThat(problems(machine(1, 20_000, 28_000, 16), 10))
                .singleElement()
                .asString()
                .contains("one core");
    }

    @Test
    void aConnectionNeedsAFile() throws BadOption {
        assertThat(problems(machine(2, 1024, 28_000, 16), 1000))
                .singleElement()
                .asString()
                .contains("1024 files", "4300", "ulimit -n 4300", "-Dload.users");
    }

    @Test
    void aConnectionNeedsAPort() throws BadOption {
        assertThat(problems(machine(2, 1_000_000, 10_000, 64), 12_000))
                .singleElement()
                .asString()
                .contains("10000 ports", "12000", "ip_local_port_range");
    }

    @Test
    void aRequestNeedsMemory() throws BadOption {
        assertThat(problems(machine(2, 20_000, 28_000, 1), 1000))
                .singleElement()
                .asString()
                .contains("1.0 GiB of memory are free", "2.5 GiB");
    }

    @Test
    void whatTheSystemDoesNotSayIsNoReasonToStop() throws BadOption {
        assertThat(problems(machine(8, Double.NaN, Double.NaN, Double.NaN), 1000))
                .isEmpty();
    }

    @Test
    void thisMachineHasCores() {
        assertThat(Machine.here().cores()).isPositive();
    }

    private static List<String> problems(Machine machine, int users) throws BadOption {
        return MachineCheck.problems(machine, OptionsReader.read(Map.of()), users, users);
    }

    private static Machine machine(int cores, double files, double ports, double gibibytes) {
        double bytes = gibibytes * GIBIBYTE;
        return new Machine(cores, "a processor", bytes, bytes, files, ports, "Linux", "25");
    }
}

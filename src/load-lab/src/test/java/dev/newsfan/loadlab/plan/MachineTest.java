package dev.newsfan.loadlab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a machine can't do; each request has a connection and asks three sources. */
class MachineTest {

    @Test
    void aLargeEnoughOneHasNoObstacle() {
        assertThat(obstacles(machine(2, 20_000, 28_000, 16), 4000)).isEmpty();
    }

    @ParameterizedTest(name = "{5}")
    @CsvSource(delimiter = '|', textBlock = """
                    1 |   20000 | 28000 | 16 |    10 | It has one core.
                    2 |    1024 | 28000 | 16 |  1000 | may open 1024 files here, and the service would need 4300
                    2 | 1000000 | 10000 | 64 | 12000 | There are 10000 ports for connections to one server, and 12000
                    2 |   20000 | 28000 |  1 |  1000 | 1.0 GiB of memory are free, and the three processes may need 2.5
                    """)
    void whatIsTooLittleIsTold(int cores, double files, double ports, double gibibytes, int users, String told) {
        assertThat(obstacles(machine(cores, files, ports, gibibytes), users))
                .singleElement()
                .asString()
                .contains(told);
    }

    @Test
    void whatTheSystemDoesNotSayIsNoObstacle() {
        assertThat(obstacles(machine(8, Double.NaN, Double.NaN, Double.NaN), 1000))
                .isEmpty();
    }

    @Test
    void thisOneHasCoresAndMemory() {
        assertThat(Machine.here().cores()).isPositive();
        assertThat(Machine.here().memory()).isPositive();
    }

    private static List<String> obstacles(Machine machine, int users) {
        return machine.obstacles(users, users, 3);
    }

    private static Machine machine(int cores, double files, double ports, double gibibytes) {
        double bytes = gibibytes * (1 << 30);
        return new Machine(cores, "a processor", bytes, bytes, files, ports, "Linux", "25");
    }
}

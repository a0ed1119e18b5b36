package dev.newsfan.loadlab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GivenCommandTest {

    @Test
    void theCommandHasTheOptionsOfTheLabAndNoOthers() {
        Map<String, String> properties =
                Map.of("load.cost", "true", "load.cost.warm", "6s", "load.java", "-Xmx1g -Xint", "java.version", "25");

        assertThat(GivenCommand.of(properties))
                .isEqualTo("./mvnw -f src/load-lab verify -Dload.cost -Dload.cost.warm=6s '-Dload.java=-Xmx1g -Xint'");
    }
}

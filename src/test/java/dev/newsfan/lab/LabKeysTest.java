package dev.newsfan.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.LabConfig;
import io.smallrye.config.common.utils.StringUtil;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LabKeysTest {

    /** The desk, which finds misspelt keys, can't look into this room: a new key has to be added to its list by hand. */
    @Test
    void theDeskKnowsAllKeys() {
        assertThat(Arrays.stream(LabConfig.class.getDeclaredMethods())
                        .map(Method::getName)
                        .filter(name -> !name.contains("$"))
                        .map(StringUtil::skewer))
                .containsExactlyInAnyOrder("enabled", "limit", "fan-out");
    }
}

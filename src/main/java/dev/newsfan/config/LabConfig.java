package dev.newsfan.config;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.util.List;

/** The laboratory's configuration, checked at start like the service's own. */
@ConfigMapping(prefix = "newsfan.lab")
@RegisterForReflection
public interface LabConfig {

    /** What the paths of the lab's own steps begin with; all other paths of the lab are experiments. */
    String STEPS = "/lab/step/";

    /** Whether there is a lab; without it everything below {@code /lab} is 404. On in dev mode and tests. */
    @WithDefault("false")
    @WithConverter(ConfigValues.OfSwitch.class)
    @Allowed(Kind.SWITCH)
    boolean enabled();

    /** How many experiments run at a time, at most; one more is answered with 503 at once. */
    @WithDefault("32")
    @WithConverter(ConfigValues.OfNumber.class)
    @Allowed(value = Kind.NUMBER, range = "1 to 1000000")
    int limit();

    /** What the fan-out experiment asks. The addresses are never a caller's. */
    @WithDefault("/lab/step/one,/lab/step/two,/lab/step/three,/lab/step/four,/lab/step/five")
    @Allowed(value = Kind.ADDRESS, range = "1 to 20")
    List<String> fanOut();
}

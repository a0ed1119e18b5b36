package dev.newsfan.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.util.List;

/** The laboratory's configuration. The lab checks it at start. */
@ConfigMapping(prefix = "newsfan.lab")
public interface LabConfig {

    /** Whether there is a lab; without it everything below {@code /lab} is 404. On in dev mode and tests. */
    @WithDefault("false")
    @WithConverter(ConfigValues.OfSwitch.class)
    boolean enabled();

    /** How many experiments run at a time, at most; one more is answered with 503 at once. 1 to 1,000,000. */
    @WithDefault("32")
    @WithConverter(ConfigValues.OfNumber.class)
    int limit();

    /**
     * What the fan-out experiment asks: http(s) URLs, or paths of the service itself, which begin with a slash. 1 to 20. They
     * are never a caller's.
     */
    @WithDefault("/lab/step/one,/lab/step/two,/lab/step/three,/lab/step/four,/lab/step/five")
    List<String> fanOut();
}

package dev.newsfan.config;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * How long a service that is told to stop waits for the requests at work. One that has just been let in may take its budget, and
 * then as long as its answer may take to be written, so the time follows from these two unless the configuration says otherwise;
 * and one that says less ends the start, as it would cut off requests.
 *
 * <p>In production only: dev mode and tests don't wait.
 */
public final class ShutdownTimeout implements ConfigSourceFactory {

    static final String KEY = "quarkus.shutdown.timeout";

    private static final String DELAY = "quarkus.shutdown.delay";
    private static final String BUDGET = "newsfan.budget";
    private static final String WRITE_TIMEOUT = "newsfan.write-timeout";

    /** What the end of the last request may take beyond that on a machine that is busy. */
    private static final Duration SPARE = Duration.ofSeconds(2);

    /** One source, with what follows from the others. */
    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Function<String, Optional<String>> text =
                key -> Optional.ofNullable(context.getValue(key)).map(ConfigValue::getValue);
        Duration slowest = request(text, NewsfanConfig.WRITES_PER_ANSWER);
        return List.of(new Derived(
                "as long to stop as a request may take", "%prod." + KEY, Written.duration(slowest.plus(SPARE))));
    }

    /** What is wrong with the time that is configured, if anything. */
    static Optional<String> problem(SmallRyeConfig config) {
        Function<String, Optional<String>> text = key -> config.getOptionalValue(key, String.class);
        Duration least = request(text, 1).minus(duration(text, DELAY).orElse(Duration.ZERO));
        return duration(text, KEY)
                .filter(timeout -> timeout.compareTo(least) < 0)
                .map(timeout ->
                        "%s is \"%s\"; allowed: at least %s, or a request that was let in could be cut off: it may take %s and %s"
                                        .formatted(
                                                KEY,
                                                text.apply(KEY).orElseThrow(),
                                                Written.duration(least),
                                                BUDGET,
                                                WRITE_TIMEOUT)
                                + "; left out, it follows from them");
    }

    /** The time of a request from its arrival to its last byte, which may be taken as slowly as this many write timeouts allow. */
    private static Duration request(Function<String, Optional<String>> text, int writeTimeouts) {
        Duration budget = duration(text, BUDGET)
                .or(() -> duration(_ -> Optional.of(NewsfanConfig.BUDGET), BUDGET))
                .orElseThrow();
        return budget.plus(duration(text, WRITE_TIMEOUT).orElse(budget).multipliedBy(writeTimeouts));
    }

    /** Nothing also for what can't be read, as that is told by others. */
    private static Optional<Duration> duration(Function<String, Optional<String>> text, String key) {
        return text.apply(key).flatMap(Kind.DURATION::read).map(Duration.class::cast);
    }
}

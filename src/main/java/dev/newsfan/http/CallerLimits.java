package dev.newsfan.http;

import dev.newsfan.config.NewsfanConfig;
import java.time.Duration;

/**
 * How long a caller may keep the service waiting, each above zero.
 *
 * @param write while bytes wait to be taken and none is
 * @param head from the connection to the first whole head of a request
 * @param idle between two requests
 */
record CallerLimits(Duration write, Duration head, Duration idle) {

    /** As configured. */
    static CallerLimits of(NewsfanConfig config) {
        return new CallerLimits(
                config.writeTimeout().orElse(config.budget()), config.headTimeout(), config.idleTimeout());
    }

    /** The time for a whole answer, from its head to its last byte, however steadily it is taken. */
    Duration answer() {
        return write.multipliedBy(NewsfanConfig.WRITES_PER_ANSWER);
    }

    /** How often to look, so that no limit is exceeded by much. */
    Duration tick() {
        Duration shortest = write.compareTo(head) < 0 ? write : head;
        long millis = (shortest.compareTo(idle) < 0 ? shortest : idle).toMillis() / 4;
        return Duration.ofMillis(Math.clamp(millis, 5, 1000));
    }
}

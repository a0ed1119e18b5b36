package dev.newsfan.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * A way in which a caller misbehaves.
 *
 * @param name in words
 * @param end what comes of it for him, in words
 * @param within how soon; by then his places are free again
 * @param modes that he asks in
 * @param inTurn whether he asks in one mode after another, as he leaves no place in it to anybody else
 */
record CallerFault(String name, String end, Duration within, List<String> modes, boolean inTurn, Deed deed) {

    /** What he does, and what must have come of it when it returns. */
    @FunctionalInterface
    interface Deed {
        void against(Victim victim) throws Exception;
    }

    static CallerFault of(String name, String end, Duration within, Deed deed) {
        return new CallerFault(name, end, within, ServiceAmongFaults.MODES, false, deed);
    }

    CallerFault modes(String... some) {
        return new CallerFault(name, end, within, List.of(some), inTurn, deed);
    }

    CallerFault oneModeAfterAnother() {
        return new CallerFault(name, end, within, modes, true, deed);
    }

    @Override
    public String toString() {
        return name;
    }

    /** The service in one mode. */
    record Victim(ServiceAmongFaults service, String mode, Duration within) {

        /** What the neighbours hold now and then. */
        private static final int OF_OTHERS = 1;

        URI news(Fault source) {
            return service.news(mode, source);
        }

        /** The news with the largest digest. */
        URI large() {
            return service.url(
                    "/%s-news?sources=%s&limit=%d".formatted(mode, CallerFaults.LARGE.source(), CallerFaults.ARTICLES));
        }

        URI largeStream() {
            return service.url(
                    "/stream-news?sources=%s&limit=%d".formatted(CallerFaults.LARGE.source(), CallerFaults.ARTICLES));
        }

        void awaitPlacesTaken(int number) {
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .untilAsserted(() -> assertThat(service.atWork(mode)).isGreaterThanOrEqualTo(number));
        }

        void awaitPlacesFree() {
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(50))
                    .atMost(within)
                    .untilAsserted(() -> assertThat(service.atWork(mode))
                            .as("at work in %s", mode)
                            .isBetween(0, OF_OTHERS));
        }
    }
}

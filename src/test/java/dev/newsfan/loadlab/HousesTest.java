package dev.newsfan.loadlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the service lets in, and what it is told for that. */
class HousesTest {

    @Test
    void withoutOptionsTheServiceDecides() {
        Options options = SampleRun.options(Map.of());
        Houses houses = Houses.of(options, 2);

        assertThat(houses.of(Line.SYNC)).isEqualTo(new House(200, 200, 2200));
        assertThat(houses.of(Line.ASYNC)).isEqualTo(new House(1000, 200, 2200));
        assertThat(ServiceSettings.chosen(options, houses)).containsOnlyKeys("newsfan.budget");
    }

    @Test
    void moreCoresMakeMoreWorkers() {
        assertThat(Houses.of(SampleRun.options(Map.of()), 32).of(Line.SYNC).workers())
                .isEqualTo(256);
    }

    @Test
    void aLimitIsToldToEachMode() {
        Options options = SampleRun.options(Map.of("load.limit", "4000"));

        assertThat(ServiceSettings.chosen(options, Houses.of(options, 2)))
                .containsEntry("newsfan.limits.sync", "4000")
                .containsEntry("newsfan.limits.async", "4000")
                .containsEntry("newsfan.limits.virtual", "4000");
    }

    @Test
    void withOneWorkerTheUsersWaitInLineAndTheBudgetIsLongEnoughForIt() {
        Options options = SampleRun.options(Map.of("load.workers", "1", "load.users", "1,10", "load.delay", "1s"));

        assertThat(ServiceSettings.chosen(options, Houses.of(options, 2)))
                .containsEntry("quarkus.thread-pool.max-threads", "1")
                .containsEntry("newsfan.limits.sync", "32")
                // Ten users, three seconds each, one after another: 30 s less a thought; twice that, and ten seconds.
                .containsEntry("newsfan.budget", "69700ms");
    }

    @Test
    void theWaitIsSwitchedOnWithRoomForAll() {
        Options options = SampleRun.options(Map.of("load.target", "wait", "load.users", "100"));

        assertThat(ServiceSettings.chosen(options, Houses.of(options, 2)))
                .containsEntry("newsfan.lab.enabled", "true")
                .containsEntry("newsfan.lab.limit", "100")
                .doesNotContainKey("newsfan.limits.sync");
    }

    @Test
    void sourcesRepeatUnderOtherNames() {
        assertThat(StubSource.first(5).stream().map(StubSource::name))
                .containsExactly("world-wire", "science-feed", "city-herald", "world-wire-2", "science-feed-2");
    }
}

package dev.newsfan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newsfan.config.NewsfanConfig;
import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.Call;
import dev.newsfan.fanout.Mode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lets two {@code sync} requests in at a time, one {@code async} and three {@code virtual} ones. */
class AdmissionTest {

    private static final List<Mode> ALL_MODES = List.of(Mode.values());

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final Admission admission = admission();

    private Admission admission() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withMapping(NewsfanConfig.class)
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "newsfan.limits.sync", "2",
                                "newsfan.limits.async", "1",
                                "newsfan.limits.virtual", "3"),
                        "test",
                        100))
                .build();
        return new Admission(config.getConfigMapping(NewsfanConfig.class), config, metrics);
    }

    private Optional<Response> admit(FakeRequest request, List<Mode> modes) {
        Budget budget = Budget.startingNow(admission.budget());
        return admission.admit(request.context(), budget, admission.limiters(modes));
    }

    private FakeRequest letIn(Mode... modes) {
        FakeRequest request = new FakeRequest();
        assertThat(admit(request, List.of(modes))).isEmpty();
        return request;
    }

    private List<Integer> inUse() {
        return ALL_MODES.stream().map(mode -> admission.limiter(mode).inUse()).toList();
    }

    @Nested
    class ARequestThatIsLetIn {

        @Test
        void holdsAPermitOfEachOfItsModes() {
            letIn(Mode.SYNC, Mode.VIRTUAL);

            assertThat(inUse()).containsExactly(1, 0, 1);
            assertThat(metrics.get("newsfan.requests.at.work")
                            .tag("mode", "sync")
                            .gauge()
                            .value())
                    .isEqualTo(1);
        }

        @Test
        void findsItselfWithTheBudgetOfItsArrival() {
            FakeRequest request = new FakeRequest();
            Budget budget = Budget.startingNow(Duration.ofSeconds(7));

            admission.admit(request.context(), budget, List.of());

            assertThat(AdmittedRequest.of(request.context()).budget()).isSameAs(budget);
        }

        @Test
        void givesItsPermitsBackWhenItsAnswerIsWritten() {
            FakeRequest request = letIn(Mode.SYNC, Mode.ASYNC, Mode.VIRTUAL);

            request.end();

            assertThat(inUse()).containsExactly(0, 0, 0);
        }

        @Test
        void givesItsPermitsBackWhenItsClientLeaves() {
            FakeRequest request = letIn(Mode.SYNC, Mode.ASYNC, Mode.VIRTUAL);

            request.disconnect();

            assertThat(inUse()).containsExactly(0, 0, 0);
            assertThat(AdmittedRequest.of(request.context()).isAbandoned()).isTrue();
        }

        @Test
        void givesItsPermitsBackIfItsClientHadLeftBefore() {
            FakeRequest gone = new FakeRequest();
            gone.disconnect();

            assertThat(admit(gone, ALL_MODES)).isEmpty();

            assertThat(inUse()).containsExactly(0, 0, 0);
        }

        @Test
        void givesNoPermitBackTwiceHoweverOftenItEnds() {
            FakeRequest stays = letIn(Mode.SYNC);
            FakeRequest ends = letIn(Mode.SYNC);

            AdmittedRequest.of(ends.context()).abandon();
            ends.disconnect();
            ends.end();

            assertThat(inUse()).containsExactly(1, 0, 0);
            stays.end();
            assertThat(inUse()).containsExactly(0, 0, 0);
        }

        @Test
        void needsNoPermitAsAPartOfAnother() {
            FakeRequest inner = new FakeRequest();
            admission.admitInner(inner.context(), Budget.startingNow(Duration.ofSeconds(1)));

            assertThat(AdmittedRequest.of(inner.context()).isAbandoned()).isFalse();
            assertThat(inUse()).containsExactly(0, 0, 0);
        }
    }

    @Nested
    class ARequestTooMany {

        @ParameterizedTest
        @EnumSource
        void isRefusedAndGivesBackWhatItHadAlready(Mode full) {
            while (admission.limiter(full).inUse() < admission.limiter(full).limit()) {
                letIn(full);
            }
            List<Integer> before = inUse();

            Response refusal = admit(new FakeRequest(), ALL_MODES).orElseThrow();

            assertThat(refusal.getStatus()).isEqualTo(503);
            assertThat(refusal.getHeaderString("Retry-After")).isEqualTo("1");
            assertThat(refusal.getEntity()).asString().contains("in " + full.word() + " mode");
            assertThat(inUse()).isEqualTo(before);
        }

        @Test
        void isCountedForTheModeThatIsFull() {
            letIn(Mode.ASYNC);

            admit(new FakeRequest(), ALL_MODES);

            assertThat(Stream.of("sync", "async", "virtual")
                            .map(mode -> metrics.get("newsfan.requests.refused")
                                    .tag("mode", mode)
                                    .functionCounter()
                                    .count()))
                    .containsExactly(0.0, 1.0, 0.0);
        }

        @Test
        void isLetInAsSoonAsAnotherHasEnded() {
            FakeRequest other = letIn(Mode.ASYNC);
            assertThat(admit(new FakeRequest(), ALL_MODES)).isPresent();

            other.end();

            assertThat(admit(new FakeRequest(), ALL_MODES)).isEmpty();
        }

        @Test
        void costsNoPermitAlsoIfManyComeAtTheSameTime() throws Exception {
            Callable<Integer> caller = () -> {
                int letIn = 0;
                for (int round = 0; round < 2_000; round++) {
                    FakeRequest request = new FakeRequest();
                    if (admit(request, ALL_MODES).isEmpty()) {
                        letIn++;
                        request.end();
                    }
                }
                return letIn;
            };
            List<Integer> letIn = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                for (Future<Integer> seen : threads.invokeAll(List.of(caller, caller, caller, caller))) {
                    letIn.add(seen.get());
                }
            }

            assertThat(letIn).anyMatch(count -> count > 0);
            assertThat(inUse()).containsExactly(0, 0, 0);
        }
    }

    @Test
    void countsTheCallsThatNobodyWaitsFor() throws InterruptedException {
        CountDownLatch stubborn = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Call<Void> deaf = Call.blocking("deaf", Duration.ofSeconds(9), () -> {
            begun.countDown();
            while (stubborn.getCount() > 0) {
                Thread.onSpinWait();
            }
            return null;
        });
        Cancellable asked = deaf.ask().get().subscribe().with(nothing -> {});
        begun.await();

        asked.cancel();

        assertThat(abandoned()).isEqualTo(1);
        stubborn.countDown();
        await().untilAsserted(() -> assertThat(abandoned()).isZero());
    }

    private double abandoned() {
        return metrics.get("newsfan.calls.abandoned").gauge().value();
    }

    @Nested
    class WhenTheServiceStops {

        private FakeRequest inBefore;

        @BeforeEach
        void close() {
            inBefore = letIn(Mode.SYNC);
            admission.close(new ShutdownDelayInitiatedEvent());
        }

        @Test
        void nobodyIsLetInThoughThereIsRoom() {
            Response refusal = admit(new FakeRequest(), List.of(Mode.SYNC)).orElseThrow();

            assertThat(admission.isClosed()).isTrue();
            assertThat(refusal.getStatus()).isEqualTo(503);
            assertThat(refusal.getHeaderString("Retry-After")).isEqualTo("1");
            assertThat(refusal.getEntity()).asString().contains("The service is stopping");
            assertThat(inUse()).containsExactly(1, 0, 0);
        }

        @Test
        void whoIsInMayEnd() {
            inBefore.end();

            assertThat(inUse()).containsExactly(0, 0, 0);
        }
    }
}

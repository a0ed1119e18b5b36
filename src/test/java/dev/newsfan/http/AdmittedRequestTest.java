package dev.newsfan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsfan.fanout.Budget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmittedRequestTest {

    private final AdmittedRequest request = new AdmittedRequest(Budget.startingNow(Duration.ofMinutes(1)));

    @Nested
    class WhatIsToBeDoneAtTheEnd {

        private final AtomicInteger done = new AtomicInteger();

        @Test
        void waitsForTheEnd() {
            request.whenEnded(done::incrementAndGet);

            assertThat(done).hasValue(0);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "whenEnded end",
                    "whenEnded abandon",
                    "whenEnded end end",
                    "whenEnded end abandon",
                    "whenEnded abandon end",
                    "whenEnded abandon abandon",
                    "end whenEnded",
                    "abandon whenEnded",
                    "end whenEnded end",
                    "end whenEnded abandon",
                    "end abandon whenEnded",
                    "abandon whenEnded end",
                    "abandon end whenEnded",
                })
        void isDoneOnceWhoeverEndsTheRequestAndWhen(String order) {
            for (String step : order.split(" ")) {
                switch (step) {
                    case "whenEnded" -> request.whenEnded(done::incrementAndGet);
                    case "end" -> request.end();
                    default -> request.abandon();
                }
            }

            assertThat(done).hasValue(1);
        }

        @Test
        void isDoneInItsOrder() {
            List<String> steps = new ArrayList<>();
            request.whenEnded(() -> steps.add("first"));
            request.whenEnded(() -> steps.add("second"));

            request.end();

            assertThat(steps).containsExactly("first", "second");
        }

        @Test
        void isDoneOnceAlsoIfAllHappensAtTheSameTime() throws Exception {
            int rounds = 500;
            try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
                for (int round = 0; round < rounds; round++) {
                    var contested = new AdmittedRequest(Budget.startingNow(Duration.ofMinutes(1)));
                    CyclicBarrier start = new CyclicBarrier(3);
                    List<Future<?>> racers = List.of(
                            threads.submit(() -> begin(start, contested::end)),
                            threads.submit(() -> begin(start, contested::abandon)),
                            threads.submit(() -> begin(start, () -> contested.whenEnded(done::incrementAndGet))));
                    for (Future<?> racer : racers) {
                        racer.get();
                    }
                }
            }
            assertThat(done).hasValue(rounds);
        }

        private static Void begin(CyclicBarrier start, Runnable step) throws Exception {
            start.await();
            step.run();
            return null;
        }
    }

    @Nested
    class AClientThatLeaves {

        @Test
        void abandonsTheRequest() {
            request.abandon();

            assertThat(request.isAbandoned()).isTrue();
        }

        @Test
        void isNotThereIfTheRequestJustEnds() {
            request.end();

            assertThat(request.isAbandoned()).isFalse();
        }

        @Test
        void wakesUpWhoSleepsForIt() throws InterruptedException {
            CountDownLatch begun = new CountDownLatch(1);
            AtomicBoolean wokenUp = new AtomicBoolean();
            Thread sleeper = Thread.ofVirtual().start(() -> {
                begun.countDown();
                try {
                    request.sleep(Duration.ofMinutes(10));
                    wokenUp.set(true);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            begun.await();

            request.abandon();

            assertThat(sleeper.join(Duration.ofSeconds(10))).isTrue();
            assertThat(wokenUp).isTrue();
        }

        @Test
        void isNoticedAlsoBeforeAnybodyListened() {
            FakeRequest gone = new FakeRequest();
            gone.disconnect();

            request.follow(gone.context());

            assertThat(request.isAbandoned()).isTrue();
        }
    }

    @Nested
    class AResource {

        private final FakeRequest asked = new FakeRequest();

        @Test
        void findsTheRequestThatWasLetIn() {
            request.follow(asked.context());

            assertThat(AdmittedRequest.of(asked.context())).isSameAs(request);
        }

        @Test
        void isToldIfNobodyLetItsRequestIn() {
            assertThatThrownBy(() -> AdmittedRequest.of(asked.context()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("@Admitted");
        }
    }
}

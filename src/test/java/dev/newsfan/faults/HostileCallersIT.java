package dev.newsfan.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newsfan.faults.CallerFault.Victim;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes of callers of the package who misbehave, that they hold no place for long, and that nobody else has to wait. */
@Tag("faults")
@TestInstance(Lifecycle.PER_CLASS)
class HostileCallersIT {

    private static final List<Fault> SOURCES = List.of(FaultTable.HEALTHY, CallerFaults.LARGE, CallerFaults.SILENT);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private ServiceAmongFaults service;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Stream<String> limits =
                ServiceAmongFaults.MODES.stream().map(mode -> "newsfan.limits." + mode + "=" + CallerFaults.LIMIT);
        String patience = "newsfan.head-timeout=" + CallerFaults.HEAD_TIMEOUT.toSeconds() + "s";
        service = new ServiceAmongFaults(
                folder, SOURCES, Stream.concat(limits, Stream.of(patience)).toArray(String[]::new));
        service.warmUp(FaultTable.HEALTHY);
        service.ask("async", CallerFaults.LARGE).join();
    }

    @AfterAll
    void leaveNoPlaceTaken() throws InterruptedException {
        try (ServiceAmongFaults ended = service) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(ServiceAmongFaults.MODES)
                            .allSatisfy(mode -> assertThat(ended.atWork(mode)).isZero()));
        } finally {
            threads.shutdownNow();
        }
    }

    static List<CallerFault> faults() {
        return CallerFaults.all();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void endAndHurtNobodyElse(CallerFault fault) {
        if (fault.inTurn()) {
            fault.modes().forEach(mode -> misbehave(fault, List.of(mode), mode.equals("async") ? "virtual" : "async"));
        } else {
            misbehave(fault, fault.modes(), "async");
        }
    }

    /** In all these modes at the same time, while a neighbour asks in one. */
    private void misbehave(CallerFault fault, List<String> modes, String neighbours) {
        try (Neighbour neighbour = new Neighbour(service.news(neighbours, FaultTable.HEALTHY))) {
            neighbour.isServedDuring(() -> {
                List<? extends Future<?>> deeds = modes.stream()
                        .map(mode -> threads.submit(() -> {
                            fault.deed().against(new Victim(service, mode, fault.within()));
                            return null;
                        }))
                        .toList();
                deeds.forEach(HostileCallersIT::join);
            });
        }
    }

    private static void join(Future<?> deed) {
        try {
            deed.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

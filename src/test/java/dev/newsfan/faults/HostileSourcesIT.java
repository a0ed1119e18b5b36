package dev.newsfan.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.faults.ServiceAmongFaults.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the package tells of sources that fail in all ways, in every mode, and that nobody else has to wait for it. */
@Tag("faults")
@TestInstance(Lifecycle.PER_CLASS)
class HostileSourcesIT {

    private ServiceAmongFaults service;
    private Neighbour neighbour;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        service = new ServiceAmongFaults(
                folder, Stream.concat(Stream.of(FaultTable.HEALTHY), faults()).toList());
        service.warmUp(FaultTable.HEALTHY);
        // The first of most families is one that works: also the first TLS handshake of a JVM takes its time.
        FaultTable.FAMILIES.forEach(family -> askAll(family.faults().getFirst()));
        neighbour = new Neighbour(service.news("async", FaultTable.HEALTHY));
    }

    @AfterAll
    void stop() throws InterruptedException {
        neighbour.close();
        service.close();
    }

    static Stream<Fault> faults() {
        return FaultTable.FAMILIES.stream().flatMap(family -> family.faults().stream());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void areToldOfAndHurtNobodyElse(Fault fault) {
        neighbour.isServedDuring(() -> {
            if (fault.rounds() == 0) {
                assertAnswers(askAll(fault), fault.expected());
            } else {
                ServiceAmongFaults.MODES.forEach(mode -> takeTurn(mode, fault));
            }
        });
    }

    /** In all modes at the same time. */
    private List<Answer> askAll(Fault fault) {
        List<CompletableFuture<Answer>> answers = ServiceAmongFaults.MODES.stream()
                .flatMap(mode -> IntStream.range(0, fault.callers()).mapToObj(caller -> service.ask(mode, fault)))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private void takeTurn(String mode, Fault fault) {
        HostileSource source = service.source(fault);
        source.beginTurn();
        for (int round = 0; round < fault.rounds(); round++) {
            assertAnswers(List.of(service.ask(mode, fault).join()), fault.expected());
        }
        assertThat(source.requests())
                .as("requests, one of them in vain at least")
                .isGreaterThan(fault.rounds());
    }

    private static void assertAnswers(List<Answer> answers, Expected expected) {
        assertThat(answers.stream().filter(answer -> !answer.is(expected)))
                .as("not %s", expected)
                .isEmpty();
        assertThat(answers).extracting(Answer::took).allMatch(took -> took.compareTo(expected.within()) < 0);
    }
}

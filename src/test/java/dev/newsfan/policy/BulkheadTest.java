package dev.newsfan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BulkheadTest {

    private static final int MOST = 3;

    private final PolicyEvents events = new PolicyEvents();
    private final Bulkhead bulkhead = new Bulkhead(MOST, events);
    private final ScriptedSource source = new ScriptedSource();
    private final Ask ask = bulkhead.around(source);

    private static Stream<Consumer<ScriptedSource.Asked>> endings() {
        return Stream.of(
                call -> call.answer(SourceAnswer.NONE),
                call -> call.fail(FailureReason.status(500)),
                call -> call.fail(new IllegalStateException()));
    }

    private List<Asker> fill() {
        return IntStream.range(0, MOST).mapToObj(call -> Asker.of(ask)).toList();
    }

    @Test
    void refusesOneCallTooManyAtOnce() {
        List<Asker> askers = fill();

        Asker late = Asker.of(ask);

        assertThat(askers).allMatch(Asker::waits);
        assertThat(source.calls()).hasSize(MOST);
        assertThat(bulkhead.inUse()).isEqualTo(MOST);
        assertThat(late.reason().code()).isEqualTo("bulkhead_full");
        assertThat(late.reason().words())
                .isEqualTo("not asked, as calls under way take all of its places, 3 (bulkhead)");
        assertThat(late.reason().retryAfter()).contains(Duration.ofSeconds(1));
        assertThat(late.reason().forbidden()).isTrue();
        assertThat(events.total(PolicyEvent.BULKHEAD_FULL)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("endings")
    void hasRoomAgainWhenACallEnds(Consumer<ScriptedSource.Asked> ending) {
        fill();

        ending.accept(source.last());

        assertThat(bulkhead.inUse()).isEqualTo(MOST - 1);
        assertThat(Asker.of(ask).waits()).isTrue();
    }

    @Test
    void hasRoomAgainWhenAnAskerLeaves() {
        Asker asker = fill().getFirst();

        asker.leave();
        asker.leave();

        assertThat(source.calls().getFirst().isCancelled()).isTrue();
        assertThat(bulkhead.inUse()).isEqualTo(MOST - 1);
    }

    @Test
    void hasRoomAgainAfterACallThatCouldNotBegin() {
        Ask broken = bulkhead.around(question -> {
            throw new IllegalStateException("broken");
        });

        assertThat(Asker.of(broken).failure()).hasMessage("broken");
        assertThat(bulkhead.inUse()).isZero();
    }

    @Test
    void aRefusedCallTakesNoPlace() {
        List<Asker> askers = fill();
        IntStream.range(0, 10).forEach(call -> Asker.of(ask).leave());

        askers.forEach(Asker::leave);

        assertThat(bulkhead.inUse()).isZero();
    }

    @Test
    void countsExactlyWhateverThreadsDo() {
        int rounds = 20_000;
        BusySource busy = new BusySource();
        Ask asked = bulkhead.around(busy);
        try (AtOnce atOnce = new AtOnce()) {
            atOnce.each(thread -> {
                for (int round = 0; round < rounds; round++) {
                    Asker asker = Asker.of(asked);
                    // It may be anybody's.
                    boolean fails = round % 3 == 0;
                    busy.next().ifPresent(call -> {
                        if (fails) {
                            call.fail(FailureReason.ended());
                        } else {
                            call.answer();
                        }
                    });
                    asker.leave();
                }
            });
        }
        assertThat(busy.most()).isBetween(1, MOST);
        assertThat(busy.underWay()).isZero();
        assertThat(bulkhead.inUse()).isZero();
        assertThat(busy.calls() + events.total(PolicyEvent.BULKHEAD_FULL)).isEqualTo(rounds * AtOnce.THREADS);
    }

    @Test
    void oneAtATimeIsOneWhateverThreadsDo() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger tooMany = new AtomicInteger();
        Bulkhead narrow = new Bulkhead(1, events);
        Ask quick = narrow.around(question -> new NewCall(asker -> {
            asker.onSubscribe(() -> {});
            if (inside.incrementAndGet() > 1) {
                tooMany.incrementAndGet();
            }
            inside.decrementAndGet();
            asker.onItem(SourceAnswer.NONE);
        }));
        try (AtOnce atOnce = new AtOnce()) {
            atOnce.each(thread -> IntStream.range(0, 200_000)
                    .forEach(call -> quick.ask(Question.NONE).subscribe().with(answer -> {}, failure -> {})));
        }
        assertThat(tooMany).hasValue(0);
        assertThat(narrow.inUse()).isZero();
    }
}

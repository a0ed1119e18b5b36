package dev.newsfan.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordedStepTest {

    private final AtomicLong clock = new AtomicLong();
    private final RecordedStep request = RecordedStep.of(StepKind.REQUEST, Duration.ofMillis(3), clock::get);

    private void pass(long millis) {
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Test
    void hasWaitedSinceTheArrival() {
        Timeline waiting = request.timeline().steps().getFirst();

        assertThat(waiting.step()).isEqualTo(StepKind.WAITING);
        assertThat(waiting.started()).isZero();
        assertThat(waiting.elapsed()).isEqualTo(Duration.ofMillis(3));
    }

    @Test
    void stepsHaveTheirTimes() {
        Step call = request.begin(StepKind.CALL, "wire");
        pass(5);
        Step attempt = call.begin(StepKind.ATTEMPT);
        pass(7);
        attempt.end();
        pass(1);
        attempt.end();
        call.end();

        Timeline told = request.timeline().steps().get(1);
        assertThat(told.source()).isEqualTo("wire");
        assertThat(told.started()).isEqualTo(Duration.ofMillis(3));
        assertThat(told.elapsed()).isEqualTo(Duration.ofMillis(13));
        Timeline inner = told.steps().getFirst();
        assertThat(inner.source()).isEqualTo("wire");
        assertThat(inner.started()).isEqualTo(Duration.ofMillis(8));
        assertThat(inner.elapsed()).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void whatGoesOnLastsUntilNow() {
        request.begin(StepKind.CALL, "wire");
        pass(9);

        assertThat(request.timeline().steps().get(1).elapsed()).isEqualTo(Duration.ofMillis(9));
    }

    @Test
    void factsAndEventsAreKept() {
        Step call = request.begin(StepKind.CALL, "wire");
        call.tell(Fact.STATUS, 500);
        call.tell(Fact.STATUS, 200);
        call.tell(Fact.OUTCOME, "ok");
        pass(2);
        call.happened("retried");

        Timeline told = request.timeline().steps().get(1);
        assertThat(told.facts()).isEqualTo(Map.of(Fact.STATUS, 200L, Fact.OUTCOME, "ok"));
        assertThat(told.events()).containsExactly(new RecordedEvent("retried", Duration.ofMillis(5)));
    }

    @Test
    void aCallOfManyStepsIsCutShort() {
        Step call = request.begin(StepKind.CALL, "wire");
        IntStream.range(0, 3 * RecordedStep.MOST).forEach(many -> {
            call.begin(StepKind.ATTEMPT);
            call.happened("retried");
        });

        Timeline told = request.timeline().steps().get(1);
        assertThat(told.steps().size() + told.events().size()).isEqualTo(RecordedStep.MOST);
    }

    @Test
    void noCallKeepsOthersFromBeingTold() {
        Step call = request.begin(StepKind.CALL, "wire");
        IntStream.range(0, 2 * RecordedStep.MOST).forEach(many -> call.begin(StepKind.ATTEMPT));
        request.begin(StepKind.CALL, "herald");
        request.begin(StepKind.MERGING);

        assertThat(request.timeline().steps())
                .extracting(Timeline::step)
                .containsExactly(StepKind.WAITING, StepKind.CALL, StepKind.CALL, StepKind.MERGING);
    }

    @Test
    void severalHearTheSame() {
        RecordedStep other = RecordedStep.of(StepKind.REQUEST, Duration.ZERO, clock::get);
        FactsStep facts = new FactsStep();
        Step both = Steps.both(Steps.both(request, facts), other);

        Step call = both.begin(StepKind.CALL, "wire");
        call.tell(Fact.STATUS, 200);
        both.tell(Fact.MODE, "async");

        assertThat(request.timeline().steps().get(1).facts()).isEqualTo(Map.of(Fact.STATUS, 200L));
        assertThat(other.timeline().steps().get(1).facts()).isEqualTo(Map.of(Fact.STATUS, 200L));
        assertThat(facts.facts()).isEqualTo(Map.of(Fact.MODE, "async"));
    }

    @Test
    void nobodyIsNoStep() {
        assertThat(Steps.both(Step.NONE, Step.NONE)).isSameAs(Step.NONE);
        assertThat(Steps.both(Step.NONE, request)).isSameAs(request);
    }
}

package dev.newsfan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.timeline.Arrival;
import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepTimersTest {

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final StepTimers timers = new StepTimers(metrics, true);

    private Step request() {
        return timers.begin(new Arrival("GET", "/async-news", "", Optional.empty(), Optional.empty()));
    }

    private long ofSource(String source, StepKind kind) {
        return metrics.get("newsfan.source.steps")
                .tags("source", source, "step", kind.word())
                .timer()
                .count();
    }

    private long ofRequests(StepKind kind) {
        return metrics.get("newsfan.request.steps")
                .tag("step", kind.word())
                .timer()
                .count();
    }

    @ParameterizedTest
    @EnumSource(names = {"PLACE", "CONNECTION", "FIRST_BYTE", "BODY"})
    void aStepOfAnAttemptCountsForItsSource(StepKind kind) {
        Step call = request().begin(StepKind.CALL, "wire");

        call.begin(StepKind.ATTEMPT).begin(kind).end();

        assertThat(ofSource("wire", kind)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SHARED_CACHE", "DECODING"})
    void soDoesAStepOfACall(StepKind kind) {
        request().begin(StepKind.CALL, "wire").begin(kind).end();

        assertThat(ofSource("wire", kind)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"WAITING", "MERGING", "WRITING"})
    void aStepOfARequestCountsForAllOfThem(StepKind kind) {
        request().begin(kind).end();
        request().begin(StepKind.LANE).begin(kind).end();

        assertThat(ofRequests(kind)).isEqualTo(2);
    }

    @Test
    void aStepThatGoesOnIsNotCountedYet() {
        Step body = request().begin(StepKind.CALL, "wire").begin(StepKind.BODY);

        assertThat(ofSource("wire", StepKind.BODY)).isZero();
        body.end();
        body.end();
        assertThat(ofSource("wire", StepKind.BODY)).isEqualTo(1);
    }

    @Test
    void aCallAheadOfTheNextRequestCountsAsWell() {
        Step ahead = request().begin(StepKind.CALL, "wire").aside("wire");

        ahead.begin(StepKind.ATTEMPT).begin(StepKind.BODY).end();

        assertThat(ofSource("wire", StepKind.BODY)).isEqualTo(1);
    }

    @Test
    void sourcesAreCountedEachByItself() {
        request().begin(StepKind.CALL, "wire").begin(StepKind.BODY).end();
        request().begin(StepKind.CALL, "herald");

        assertThat(ofSource("wire", StepKind.BODY)).isEqualTo(1);
        assertThat(ofSource("herald", StepKind.BODY)).isZero();
    }

    @Test
    void whatIsNotTimedIsOneObjectForAll() {
        Step call = request().begin(StepKind.CALL, "wire");

        assertThat(request()).isSameAs(request());
        assertThat(request().begin(StepKind.CALL, "wire")).isSameAs(call);
        assertThat(call.begin(StepKind.ATTEMPT)).isSameAs(call);
        assertThat(call.begin(StepKind.MERGING)).isSameAs(Step.NONE);
        assertThat(call.trace()).isEmpty();
    }

    @Test
    void withoutASharedCacheNobodyTimesIt() {
        MeterRegistry others = new SimpleMeterRegistry();

        Step call = new StepTimers(others, false).begin(null).begin(StepKind.CALL, "wire");

        assertThat(call.begin(StepKind.SHARED_CACHE)).isSameAs(Step.NONE);
        assertThat(others.find("newsfan.source.steps")
                        .tag("step", "shared_cache")
                        .timer())
                .isNull();
    }
}

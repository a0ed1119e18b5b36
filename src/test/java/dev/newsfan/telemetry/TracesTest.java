package dev.newsfan.telemetry;

import static dev.newsfan.telemetry.RecordedSpans.arrival;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.timeline.Fact;
import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepKind;
import dev.newsfan.timeline.Steps;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {

    private static final String CALLER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final RecordedSpans spans = new RecordedSpans(Sampler.parentBased(Sampler.alwaysOn()));
    private final Step request = spans.traces().begin(arrival());

    @AfterEach
    void close() {
        spans.close();
    }

    private SpanData ended(Step step) {
        step.end();
        return spans.ended().getLast();
    }

    private static void assertThatIsBelow(SpanData part, SpanData whole) {
        assertThat(part.getParentSpanId()).isEqualTo(whole.getSpanId());
        assertThat(part.getTraceId()).isEqualTo(whole.getTraceId());
    }

    @Test
    void nobodyHearsOfAnythingWhereTracesAreOff() {
        assertThat(new Traces(OpenTelemetry.noop(), false).begin(arrival())).isSameAs(Step.NONE);
    }

    @Nested
    class ARequest {

        @Test
        void isASpanOfTheServer() {
            request.tell(Fact.MODE, "async");
            request.tell(Fact.SOURCES, "wire,herald");
            request.tell(Fact.OK, 1);
            request.tell(Fact.TIMEOUT, 1);
            request.tell(Fact.STALE, 0);
            request.tell(Fact.STATUS, 200);
            request.tell(Fact.BYTES, 321);
            request.tell(Fact.OUTCOME, "ok");

            SpanData span = ended(request);
            assertThat(span.getName()).isEqualTo("GET /async-news");
            assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
            assertThat(span.getParentSpanId()).isEqualTo(SpanId.getInvalid());
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
            assertThat(span.getAttributes().asMap())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            stringKey("http.request.method"),
                            "GET",
                            stringKey("http.route"),
                            "/async-news",
                            stringKey("newsfan.mode"),
                            "async",
                            stringArrayKey("newsfan.sources"),
                            List.of("wire", "herald"),
                            stringKey("newsfan.outcome"),
                            "ok",
                            longKey("newsfan.outcomes.ok"),
                            1L,
                            longKey("newsfan.outcomes.timeout"),
                            1L,
                            longKey("newsfan.stale"),
                            0L,
                            longKey("http.response.status_code"),
                            200L,
                            longKey("http.response.body.size"),
                            321L));
        }

        @ParameterizedTest
        @CsvSource({"400, UNSET, ", "404, UNSET, ", "503, ERROR, 503", "504, ERROR, 504"})
        void failsIfTheServerDoes(int status, StatusCode expected, String error) {
            request.tell(Fact.STATUS, status);
            request.tell(Fact.OUTCOME, "error");

            SpanData span = ended(request);
            assertThat(span.getStatus().getStatusCode()).isEqualTo(expected);
            assertThat(span.getAttributes().get(stringKey("error.type"))).isEqualTo(error);
        }

        @Test
        void isBelowItsCallers() {
            Step called = spans.traces().begin(arrival(CALLER, "vendor=1"));

            assertThat(called.trace()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
            assertThat(called.propagation())
                    .containsEntry("tracestate", "vendor=1")
                    .hasEntrySatisfying(
                            "traceparent",
                            header -> assertThat(header)
                                    .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
                                    .endsWith("-01"));
            SpanData span = ended(called);
            assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
            assertThat(span.getParentSpanContext().isRemote()).isTrue();
        }

        @Test
        void handsOnWhatItsCallerSentWithoutExportingIt() {
            Step called = spans.traces().begin(arrival(CALLER, "vendor=secret"));
            Step other = request.begin(StepKind.CALL, "wire");
            Step attempt = called.begin(StepKind.CALL, "wire").begin(StepKind.ATTEMPT);
            other.shares(attempt);
            Stream.of(attempt, other, called).forEach(Step::end);

            assertThat(attempt.propagation()).containsEntry("tracestate", "vendor=secret");
            assertThat(spans.ended()).hasSizeGreaterThan(2).allSatisfy(span -> {
                assertThat(span.getSpanContext().getTraceState().isEmpty()).isTrue();
                assertThat(span.getParentSpanContext().getTraceState().isEmpty())
                        .isTrue();
                assertThat(span.getLinks())
                        .allMatch(link -> link.getSpanContext().getTraceState().isEmpty());
            });
        }

        @Test
        void handsItOnAlsoIfItIsNotSampled() {
            Step called = spans.traces().begin(arrival(CALLER.replaceFirst("01$", "00"), "vendor=1"));

            assertThat(called.begin(StepKind.CALL, "wire").propagation())
                    .containsEntry("tracestate", "vendor=1")
                    .hasEntrySatisfying(
                            "traceparent", header -> assertThat(header).endsWith("-00"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "nonsense", "00-0-0-01", "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"})
        void hasATraceOfItsOwnIfItsCallerTalksNonsense(String header) {
            Step called = spans.traces().begin(arrival(header, "vendor=1"));

            assertThat(called.trace()).matches("[0-9a-f]{32}").isNotEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
            assertThat(ended(called).getParentSpanId()).isEqualTo(SpanId.getInvalid());
        }

        @Test
        void isNamedByItsTraceEverywhere() {
            Step whole = Steps.request("another", List.of(request));

            assertThat(whole.trace()).isEqualTo(request.trace());
            assertThat(Steps.request("another", List.of(Step.NONE)).trace()).isEqualTo("another");
        }

        @Test
        void knowsHowLongItWaited() {
            Step waiting = request.begin(StepKind.WAITING);
            waiting.end();
            waiting.end();

            assertThat(ended(request).getAttributes().get(doubleKey("newsfan.time.waiting")))
                    .isNotNegative();
            assertThat(spans.ended()).hasSize(1);
        }

        @Test
        void endsWhatGoesOnWhenItsCallerLeaves() {
            Step lane = request.begin(StepKind.LANE);
            Step done = lane.begin(StepKind.CALL, "herald");
            done.tell(Fact.OUTCOME, "ok");
            done.end();
            Step call = lane.begin(StepKind.CALL, "wire");
            Step attempt = call.begin(StepKind.ATTEMPT);
            request.begin(StepKind.WAITING);

            request.tell(Fact.OUTCOME, "cancelled");
            request.end();
            attempt.tell(Fact.OUTCOME, "cancelled");
            attempt.end();
            call.tell(Fact.OUTCOME, "ok");
            call.end();

            assertThat(spans.ended())
                    .extracting(SpanData::getName)
                    .containsExactly("call herald", "call wire", "lane", "GET /async-news", "GET");
            assertThat(spans.of("call wire").getAttributes().get(stringKey("newsfan.outcome")))
                    .isEqualTo("cancelled");
            assertThat(spans.of("call herald").getAttributes().get(stringKey("newsfan.outcome")))
                    .isEqualTo("ok");
            assertThat(spans.of("GET /async-news").getAttributes().get(doubleKey("newsfan.time.waiting")))
                    .isNotNull();
            assertThatIsBelow(spans.of("GET"), spans.of("call wire"));
        }
    }

    @Nested
    class ACall {

        private final Step call = request.begin(StepKind.CALL, "wire");

        @Test
        void tellsWhatItsPoliciesDid() {
            call.happened("retried");
            call.happened("hedged");
            call.tell(Fact.OUTCOME, "ok");
            call.tell(Fact.ARTICLES, 7);

            SpanData span = ended(call);
            assertThat(span.getName()).isEqualTo("call wire");
            assertThat(span.getKind()).isEqualTo(SpanKind.INTERNAL);
            assertThat(span.getEvents()).extracting(EventData::getName).containsExactly("retried", "hedged");
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
            assertThat(span.getAttributes().asMap())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            stringKey("newsfan.source"), "wire",
                            stringKey("newsfan.outcome"), "ok",
                            longKey("newsfan.articles"), 7L));
        }

        @ParameterizedTest
        @CsvSource({"ok, UNSET", "skipped, UNSET", "cancelled, UNSET", "timeout, ERROR", "error, ERROR"})
        void failsAsItsOutcomeSays(String outcome, StatusCode expected) {
            call.tell(Fact.CODE, "circuit_open");
            call.tell(Fact.OUTCOME, outcome);

            SpanData span = ended(call);
            assertThat(span.getStatus().getStatusCode()).isEqualTo(expected);
            assertThat(span.getAttributes().get(stringKey("newsfan.code"))).isEqualTo("circuit_open");
        }

        @Test
        void thatIsSharedIsALinkAndNoChild() {
            Step other = spans.traces().begin(arrival());
            Step follower = other.begin(StepKind.CALL, "wire");
            follower.shares(call);
            follower.end();
            other.end();
            call.end();
            SpanData leading = spans.ended().getLast();

            assertThat(spans.ended().getFirst().getLinks())
                    .singleElement()
                    .satisfies(link ->
                            assertThat(link.getSpanContext().getSpanId()).isEqualTo(leading.getSpanId()));
            assertThat(leading.getLinks()).isEmpty();
        }

        @Test
        void isFoundAmongTheViewsOfOthers() {
            Step leader = Steps.both(request, new UnsampledStepOfOthers()).begin(StepKind.CALL, "wire");
            Step follower = Steps.both(new UnsampledStepOfOthers(), request).begin(StepKind.CALL, "herald");
            follower.shares(leader);
            follower.end();

            assertThat(spans.of("call herald").getLinks()).hasSize(1);
        }

        @Test
        void asideIsATraceOfItsOwnWithALink() {
            Step aside = call.aside("wire");
            aside.begin(StepKind.ATTEMPT).end();
            aside.end();
            SpanData cause = ended(call);

            SpanData root = spans.ended().get(1);
            assertThat(root.getName()).isEqualTo("call wire");
            assertThat(root.getTraceId()).isNotEqualTo(cause.getTraceId());
            assertThat(root.getParentSpanId()).isEqualTo(SpanId.getInvalid());
            assertThat(root.getLinks())
                    .singleElement()
                    .satisfies(link ->
                            assertThat(link.getSpanContext().getSpanId()).isEqualTo(cause.getSpanId()));
            assertThatIsBelow(spans.of("GET"), root);
        }

        @Test
        void hasItsPartsBelowIt() {
            Stream.of(StepKind.SHARED_CACHE, StepKind.DECODING)
                    .forEach(part -> call.begin(part).end());
            Step merging = request.begin(StepKind.MERGING);
            merging.end();
            SpanData span = ended(call);
            SpanData whole = ended(request);

            assertThatIsBelow(spans.of("shared_cache"), span);
            assertThatIsBelow(spans.of("decoding"), span);
            assertThatIsBelow(spans.of("merging"), whole);
            assertThat(spans.of("decoding").getAttributes().get(stringKey("newsfan.source")))
                    .isEqualTo("wire");
        }
    }

    @Nested
    class AnAttempt {

        private final Step call = request.begin(StepKind.CALL, "wire");
        private final Step attempt = call.begin(StepKind.ATTEMPT);

        @Test
        void isASpanOfAClientWithItsTimes() {
            attempt.tell(Fact.HOST, "news.example");
            attempt.tell(Fact.PORT, 443);
            Stream.of(StepKind.PLACE, StepKind.CONNECTION, StepKind.FIRST_BYTE, StepKind.BODY)
                    .forEach(part -> attempt.begin(part).end());
            attempt.tell(Fact.STATUS, 200);
            attempt.tell(Fact.BYTES, 99);

            SpanData span = ended(attempt);
            assertThat(span.getName()).isEqualTo("GET");
            assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
            assertThat(span.getAttributes().asMap())
                    .containsEntry(stringKey("http.request.method"), "GET")
                    .containsEntry(stringKey("server.address"), "news.example")
                    .containsEntry(longKey("server.port"), 443L)
                    .containsEntry(stringKey("newsfan.source"), "wire")
                    .containsEntry(longKey("http.response.status_code"), 200L)
                    .containsEntry(longKey("http.response.body.size"), 99L)
                    .containsKeys(
                            doubleKey("newsfan.time.place"),
                            doubleKey("newsfan.time.connection"),
                            doubleKey("newsfan.time.first_byte"),
                            doubleKey("newsfan.time.body"))
                    .hasSize(10);
            assertThat(spans.ended()).hasSize(1);
        }

        @Test
        void saysTheHowManiethItIs() {
            Step second = call.begin(StepKind.ATTEMPT);
            Step third = call.begin(StepKind.ATTEMPT);

            assertThat(Stream.of(attempt, second, third).map(TracesTest.this::ended))
                    .extracting(span -> span.getAttributes().get(longKey("http.request.resend_count")))
                    .containsExactly(null, 1L, 2L);
        }

        @Test
        void failsWithItsStatus() {
            attempt.tell(Fact.STATUS, 404);

            SpanData span = ended(attempt);
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getAttributes().get(stringKey("error.type"))).isEqualTo("404");
        }

        @Test
        void failsWithACode() {
            attempt.tell(Fact.CODE, "connection_refused");
            attempt.tell(Fact.OUTCOME, "error");

            SpanData span = ended(attempt);
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getAttributes().get(stringKey("error.type"))).isEqualTo("connection_refused");
        }

        @Test
        void thatNobodyWaitsForAnyMoreHasNotFailed() {
            attempt.tell(Fact.OUTCOME, "cancelled");

            assertThat(ended(attempt).getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        }

        @Test
        void tellsTheSourceOfItself() {
            String header = attempt.propagation().get("traceparent");
            SpanData span = ended(attempt);

            assertThat(header).startsWith("00-%s-%s-0".formatted(span.getTraceId(), span.getSpanId()));
            // Beside the flag for what is sampled there is one for ids that are random.
            assertThat(header).matches(".*-0[13]");
        }
    }

    @Test
    void aLaneIsNamedByItsMode() {
        Step lane = request.begin(StepKind.LANE);
        lane.tell(Fact.MODE, "virtual");
        lane.begin(StepKind.CALL, "wire").end();
        SpanData span = ended(lane);

        assertThat(span.getName()).isEqualTo("lane virtual");
        assertThat(span.getAttributes().get(stringKey("newsfan.mode"))).isEqualTo("virtual");
        assertThatIsBelow(spans.of("call wire"), span);
    }

    @Nested
    class WhatIsNotSampled {

        private final RecordedSpans few = new RecordedSpans(Sampler.parentBased(Sampler.alwaysOff()));

        @AfterEach
        void close() {
            few.close();
        }

        @Test
        void isOneObjectThatKnowsItsTrace() {
            Step unsampled = few.traces().begin(arrival());
            Step call = unsampled.begin(StepKind.CALL, "wire");

            assertThat(call).isSameAs(unsampled);
            assertThat(call.begin(StepKind.ATTEMPT)).isSameAs(unsampled);
            assertThat(call.trace()).matches("[0-9a-f]{32}");
            assertThat(call.propagation().get("traceparent"))
                    .startsWith("00-" + call.trace() + "-")
                    .matches(".*-0[02]");
            call.tell(Fact.OUTCOME, "ok");
            call.end();
            assertThat(few.ended()).isEmpty();
        }

        @Test
        void isAsItsCallerSays() {
            Step wanted = few.traces().begin(arrival(CALLER, null));
            Step unwanted = spans.traces().begin(arrival(CALLER.replaceFirst("01$", "00"), null));
            wanted.end();
            unwanted.end();

            assertThat(few.ended()).hasSize(1);
            assertThat(spans.ended()).isEmpty();
        }

        @Test
        void isNoLinkToNowhere() {
            Step call = request.begin(StepKind.CALL, "wire");
            call.shares(few.traces().begin(arrival()).begin(StepKind.CALL, "wire"));

            assertThat(ended(call).getLinks()).isEmpty();
        }
    }

    /** What somebody else makes of the same request. */
    private static final class UnsampledStepOfOthers implements Step {

        @Override
        public Step begin(StepKind kind, String source) {
            return this;
        }
    }
}

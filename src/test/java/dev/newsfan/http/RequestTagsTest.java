package dev.newsfan.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import org.junit.jupiter.api.Test;

class RequestTagsTest {

    private final MeterFilter filter = new RequestTags().known();

    private static Meter.Id request(String method, String uri, String status) {
        return new Meter.Id(
                "http.server.requests",
                Tags.of("method", method, "uri", uri, "status", status),
                null,
                null,
                Meter.Type.TIMER);
    }

    @Test
    void whatIsAnsweredIsToldAsItIs() {
        Meter.Id answered = request("GET", "/async-news", "200");

        assertThat(filter.map(answered)).isSameAs(answered);
    }

    @Test
    void methodsThatNobodyKnowsAreOne() {
        assertThat(filter.map(request("BREW", "/async-news", "405")))
                .isEqualTo(request("_OTHER", "/async-news", "405"));
    }

    @Test
    void whoLeavesIsToldByARouteThatIsKnown() {
        filter.map(request("GET", "/async-news", "200"));
        Meter.Id left = request("GET", "/async-news", "RESET");

        assertThat(filter.map(left)).isSameAs(left);
        assertThat(filter.map(request("GET", "/made-up", "RESET"))).isEqualTo(request("GET", "other", "RESET"));
    }

    @Test
    void whatElseIsMeasuredIsLeftAlone() {
        Meter.Id other = new Meter.Id("newsfan.source.calls", Tags.of("uri", "x"), null, null, Meter.Type.TIMER);

        assertThat(filter.map(other)).isSameAs(other);
    }
}

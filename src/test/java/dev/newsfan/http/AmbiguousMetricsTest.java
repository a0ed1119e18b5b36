package dev.newsfan.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import org.junit.jupiter.api.Test;

class AmbiguousMetricsTest {

    private final MeterFilter filter = new AmbiguousMetrics().anyPort();

    private static Meter.Id id(String name, String... tags) {
        return new Meter.Id(name, Tags.of(tags), null, null, Meter.Type.OTHER);
    }

    @Test
    void aServerAtAnyPortIsMeasuredWithThePortToo() {
        assertThat(filter.map(id("http.server.bytes.read")).getTag("server.port"))
                .isEqualTo("0");
    }

    @Test
    void allElseIsMeasuredAsItIs() {
        Meter.Id known = id("http.server.bytes.read", "server.port", "8080");
        Meter.Id requests = id("http.server.requests");

        assertThat(filter.map(known)).isSameAs(known);
        assertThat(filter.map(requests)).isSameAs(requests);
    }
}

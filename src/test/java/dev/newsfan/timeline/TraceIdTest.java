package dev.newsfan.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceIdTest {

    private static final String CALLERS = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-comes-later"
            })
    void theCallersTraceNamesTheRequest(String traceparent) {
        assertThat(TraceId.of(Optional.of(traceparent))).isEqualTo(CALLERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01 ",
                "<script>"
            })
    void whatIsNoTraceIsIgnored(String traceparent) {
        assertThat(TraceId.of(Optional.of(traceparent)))
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(CALLERS)
                .isNotEqualTo("0".repeat(32));
    }

    @Test
    void eachRequestHasItsOwn() {
        assertThat(TraceId.of(Optional.empty())).isNotEqualTo(TraceId.of(Optional.empty()));
    }
}

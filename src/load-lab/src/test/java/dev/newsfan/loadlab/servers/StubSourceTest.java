package dev.newsfan.loadlab.servers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StubSourceTest {

    @Test
    void sourcesRepeatUnderOtherNames() {
        assertThat(StubSource.first(5))
                .extracting(StubSource::name)
                .containsExactly("world-wire", "science-feed", "city-herald", "world-wire-2", "science-feed-2");
    }

    @Test
    void eachHasAnAnswer() {
        assertThat(StubSource.first(3)).allSatisfy(source -> {
            assertThat(source.body()).isNotEmpty();
            assertThat(source.contentType()).startsWith("application/");
        });
    }
}

package dev.newsfan.opml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.Configs;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpmlRuleTest {

    @Test
    void tellsWhichFeedsGiveWayToConfiguredSources() {
        OpmlFile file = new OpmlFile(
                Map.of("same", "https://a.example/1", "other", "https://a.example/2", "new", "https://a.example/3"),
                List.of(),
                Optional.empty());

        assertThat(OpmlRule.replaced(
                        Configs.with(Map.of(
                                "newsfan.sources.same.url", "https://a.example/1",
                                "newsfan.sources.other.url", "https://b.example/2")),
                        file))
                .containsExactly("other");
    }

    @Test
    void listsNoMoreThanFitALine() {
        assertThat(OpmlRule.listed(List.of("a", "b"))).isEqualTo("a, b");
        assertThat(OpmlRule.listed(Collections.nCopies(100, "a"))).isEqualTo("a, ".repeat(20) + "and 80 more");
    }
}

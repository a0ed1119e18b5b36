package dev.newsfan.opml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.Configs;
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
}

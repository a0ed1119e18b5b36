package dev.newsfan.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.Configs;
import dev.newsfan.config.NewsfanConfig;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.SharedKey;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpstreamSettingsTest {

    private static UpstreamSettings settings(String key) {
        Map<String, String> keys = Map.of(
                "newsfan.sources.wire.url", "https://wire.example/news?a=%20b#top",
                "newsfan.sources.wire.params.api-key", key,
                "newsfan.sources.wire.params.Country", "u s");
        NewsfanConfig config = Configs.with(keys).getConfigMapping(NewsfanConfig.class);
        return new UpstreamSettings("wire", config.sources().get("wire"), 1, "*/*", Route.DIRECT);
    }

    private static String sharedKey(UpstreamSettings settings) {
        return new SharedKey("wire", settings.url().toString(), settings.headers()).apply(Question.NONE);
    }

    @Test
    void aSourceIsAskedWithItsParameters() {
        assertThat(settings("gehe=im").url())
                .hasToString("https://wire.example/news?a=%20b&Country=u%20s&api-key=gehe%3Dim");
    }

    @Test
    void whatLinksAreRelativeToHoldsNoKey() {
        assertThat(settings("geheim").urlWithoutQuery()).isEqualTo("https://wire.example/news");
    }

    @Test
    void anAnswerIsNotSharedWithWhoAsksWithAnotherKey() {
        assertThat(sharedKey(settings("geheim")))
                .isEqualTo(sharedKey(settings("geheim")))
                .isNotEqualTo(sharedKey(settings("secret")))
                .doesNotContain("geheim");
    }
}

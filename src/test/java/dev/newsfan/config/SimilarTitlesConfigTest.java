package dev.newsfan.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarTitlesConfigTest {

    private static Optional<Double> similarTitles(Map<String, String> keys) {
        return Configs.with(keys).getConfigMapping(NewsfanConfig.class).similarTitles();
    }

    @Test
    void titlesDoNotCountByDefault() {
        assertThat(similarTitles(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            true,   0.7
            0.5,    0.5
            .85,    0.85
            1,      1
            1.0,    1
            false,  -
            """)
    void theyCountAsMuchAsIsWanted(String value, Double similarity) {
        assertThat(similarTitles(Map.of("newsfan.similar-titles", value))).isEqualTo(Optional.ofNullable(similarity));
    }
}

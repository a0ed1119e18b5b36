package dev.newsfan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1 bytes",
        "10, 10 bytes",
        "1000, 1000 bytes",
        "1023, 1023 bytes",
        "1024, 1 KB",
        "1025, 1025 bytes",
        "1536000, 1500 KB",
        "1048576, 1 MB",
        "2097152, 2 MB",
        "104857600, 100 MB",
    })
    void aSizeIsSaidInTheLargestUnitThatLeavesAWholeNumber(long bytes, String words) {
        assertThat(Sizes.inWords(bytes)).isEqualTo(words);
    }
}

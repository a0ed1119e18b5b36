package dev.newsfan.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModesTest {

    @ParameterizedTest
    @ValueSource(classes = {SyncMode.class, AsyncMode.class, VirtualMode.class})
    void aModeFitsOnAPage(Class<?> mode) throws IOException {
        Path source = Path.of("src/main/java", mode.getName().replace('.', '/') + ".java");

        assertThat(Files.readAllLines(source)).hasSizeLessThanOrEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource({"SYNC, sync", "ASYNC, async", "VIRTUAL, virtual"})
    void aModeHasAWordForReportsAndUrls(Mode mode, String word) {
        assertThat(mode.word()).isEqualTo(word);
    }
}

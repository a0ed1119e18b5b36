package dev.newsfan.loadlab.soak.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.loadlab.soak.report.Level;
import dev.newsfan.loadlab.soak.report.Levels;
import org.junit.jupiter.api.Test;

class LevelReaderTest {

    private static final String METRICS = """
            # HELP jvm_memory_used_bytes The amount of used memory
            jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 1.0E7
            jvm_memory_used_bytes{area="heap",id="Eden Space"} 2500000.0
            jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 9.9E7
            jvm_threads_live_threads 31.0
            process_files_open_files 77.0
            newsfan_requests_at_work{mode="sync"} 1.0
            newsfan_requests_at_work{mode="async"} 2.0
            newsfan_source_calls_active{source="alpha"} 4.0
            newsfan_source_calls_active_total 99.0
            """;

    @Test
    void addsUpWhatMetricsSay() {
        Levels levels = LevelReader.of(METRICS);

        assertThat(levels.of(Level.HEAP)).isEqualTo(12.5);
        assertThat(levels.of(Level.THREADS)).isEqualTo(31);
        assertThat(levels.of(Level.FILES)).isEqualTo(77);
        assertThat(levels.of(Level.REQUESTS)).isEqualTo(3);
        assertThat(levels.of(Level.CALLS)).isEqualTo(4);
    }

    @Test
    void takesWhatIsNotThereForNone() {
        assertThat(LevelReader.of(METRICS).of(Level.ABANDONED)).isZero();
    }
}

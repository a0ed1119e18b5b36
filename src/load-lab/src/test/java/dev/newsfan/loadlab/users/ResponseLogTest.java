package dev.newsfan.loadlab.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.loadlab.users.ResponseLog.ResponseSample;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes from the users' process to the lab. */
class ResponseLogTest {

    @TempDir
    Path folder;

    @Test
    void isReadAsItWasRecorded() throws Exception {
        ResponseLog.Recorder recorder = new ResponseLog.Recorder();
        recorder.response(101_000_000, 500, 200, true);
        recorder.tick(102_000_000, 300);
        recorder.response(103_000_000, 700, 503, false);
        Path file = folder.resolve("answers.csv");

        recorder.write(file);
        ResponseLog log = ResponseLog.read(file);

        assertThat(log.responses())
                .containsExactly(
                        new ResponseSample(101_000_000, 500, 200, true),
                        new ResponseSample(103_000_000, 700, 503, false));
        assertThat(log.ticks()).extracting(ResponseSample::micros).containsExactly(300L);
        assertThat(log.startMicros()).isEqualTo(101_000_000 - 500);
    }

    @Test
    void ofNothingStartsBeforeEveryWindow() {
        assertThat(new ResponseLog(List.of(), List.of()).startMicros()).isZero();
    }
}

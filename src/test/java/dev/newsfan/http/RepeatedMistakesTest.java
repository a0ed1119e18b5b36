package dev.newsfan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class RepeatedMistakesTest {

    private final AtomicLong now = new AtomicLong();
    private final RepeatedMistakes mistakes = new RepeatedMistakes(now::get);

    private static LogRecord line(Throwable mistake) {
        LogRecord line = new LogRecord(Level.SEVERE, "A request failed");
        line.setThrown(mistake);
        return line;
    }

    private int told(int times) {
        int told = 0;
        for (int time = 0; time < times; time++) {
            told += mistakes.isWorthALine(line(new IllegalStateException())) ? 1 : 0;
        }
        return told;
    }

    @Test
    void oneOfAKindIsToldInAMinute() {
        assertThat(told(1000)).isEqualTo(1);

        now.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(told(1000)).isEqualTo(1);
    }

    @Test
    void anotherKindIsToldAsWell() {
        assertThat(mistakes.isWorthALine(line(new IllegalStateException()))).isTrue();
        assertThat(mistakes.isWorthALine(line(new ArithmeticException()))).isTrue();
    }

    @Test
    void aLineWithoutAMistakeIsAlwaysTold() {
        assertThat(mistakes.isWorthALine(line(null))).isTrue();
        assertThat(mistakes.isWorthALine(line(null))).isTrue();
    }

    @Test
    void madeUpKindsDontFillTheLog() {
        int told = 0;
        for (int kind = 0; kind < 1000; kind++) {
            IllegalStateException mistake = new IllegalStateException();
            mistake.setStackTrace(new StackTraceElement[] {new StackTraceElement("Any", "any", "Any.java", kind)});
            told += mistakes.isWorthALine(line(mistake)) ? 1 : 0;
        }

        assertThat(told).isEqualTo(100);
    }
}

package dev.newsfan.loadlab;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every answer of a step and how punctual the load generator was, as it goes from the generator's process to the lab: kept in
 * memory while the load lasts, then written as lines with commas.
 *
 * @param answers the answers, as they came
 * @param lags how many microseconds a tick every {@value #TICK_MILLIS} ms came late, with its time
 */
record AnswerLog(List<Answer> answers, List<Lag> lags) {

    static final int TICK_MILLIS = 10;

    /** A tick that came so late. */
    record Lag(long atMicros, long micros) {}

    /** Collects from many threads. */
    static final class Writer {

        private static final int FIELDS = 4;

        private long[] numbers = new long[1 << 16];
        private int used;

        synchronized void answer(long endMicros, long micros, int status, boolean complete) {
            add(endMicros, micros, status, complete ? 1 : 0);
        }

        synchronized void lag(long atMicros, long micros) {
            add(atMicros, micros, -1, 0);
        }

        private void add(long... fields) {
            if (used + FIELDS > numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * numbers.length);
            }
            System.arraycopy(fields, 0, numbers, used, FIELDS);
            used += FIELDS;
        }

        synchronized void write(Path file) {
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write("end_micros,micros,status,complete (status -1: a tick of the generator that came late)\n");
                for (int i = 0; i < used; i += FIELDS) {
                    out.write(numbers[i] + "," + numbers[i + 1] + "," + numbers[i + 2] + "," + numbers[i + 3] + "\n");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static AnswerLog read(Path file) throws IOException {
        List<Answer> answers = new ArrayList<>();
        List<Lag> lags = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.skip(1).forEach(line -> {
                String[] fields = line.split(",");
                long at = Long.parseLong(fields[0]);
                long micros = Long.parseLong(fields[1]);
                int status = Integer.parseInt(fields[2]);
                if (status < 0) {
                    lags.add(new Lag(at, micros));
                } else {
                    answers.add(new Answer(at, micros, status, fields[3].equals("1")));
                }
            });
        }
        return new AnswerLog(answers, lags);
    }

    /** When the first request started. */
    long startMicros() {
        return answers.stream().mapToLong(Answer::startMicros).min().orElseThrow();
    }

    /** In 99 of 100 cases the generator was no later than this in the window, in seconds. */
    double lateness(Window window) {
        return Latencies.ofMicros(lags.stream()
                        .filter(lag -> window.contains(lag.atMicros()))
                        .mapToLong(Lag::micros)
                        .toArray())
                .p99();
    }
}

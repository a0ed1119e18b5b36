package dev.newsfan.loadlab.users;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every response of a step and how punctual the load generator was, as it goes from the generator's process to the lab: kept in
 * memory while the load lasts, then written as lines with commas.
 *
 * @param responses in the order in which they came
 * @param ticks of a clock in the generator, every {@value #TICK_MILLIS} ms; instead of how long a response took, how late they were
 */
public record ResponseLog(List<ResponseSample> responses, List<ResponseSample> ticks) {

    static final int TICK_MILLIS = 10;

    /** The status of a tick. */
    private static final int TICK = -1;

    private static final String HEAD =
            "end_micros,micros,status,complete (status -1: a tick of the generator that came late)\n";

    /**
     * One response, or what came instead.
     *
     * @param endMicros when it had come, since 1970
     * @param micros how long it took
     * @param status the HTTP status, 0 if there was none
     * @param complete whether every source was ok
     */
    public record ResponseSample(long endMicros, long micros, int status, boolean complete) {

        public long startMicros() {
            return endMicros - micros;
        }

        public boolean isOk() {
            return status == 200;
        }
    }

    /** Collects, from many threads. */
    static final class Recorder {

        private final StringBuilder lines = new StringBuilder(1 << 20).append(HEAD);

        synchronized void response(long endMicros, long micros, int status, boolean complete) {
            lines.append(endMicros)
                    .append(',')
                    .append(micros)
                    .append(',')
                    .append(status)
                    .append(complete ? ",1\n" : ",0\n");
        }

        void tick(long atMicros, long lateMicros) {
            response(atMicros, lateMicros, TICK, false);
        }

        synchronized void write(Path file) {
            try {
                Files.writeString(file, lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Reads what a recorder has written. */
    public static ResponseLog read(Path file) throws IOException {
        ResponseLog log = new ResponseLog(new ArrayList<>(), new ArrayList<>());
        try (Stream<String> lines = Files.lines(file)) {
            lines.skip(1).map(line -> line.split(",")).forEach(log::add);
        }
        return log;
    }

    private void add(String[] fields) {
        ResponseSample sample = new ResponseSample(
                Long.parseLong(fields[0]),
                Long.parseLong(fields[1]),
                Integer.parseInt(fields[2]),
                fields[3].equals("1"));
        (sample.status() == TICK ? ticks : responses).add(sample);
    }

    /** When the first request started, in microseconds since 1970; 0 if none was answered, so that no window has anything. */
    public long startMicros() {
        return responses.stream().mapToLong(ResponseSample::startMicros).min().orElse(0);
    }
}

package dev.newsfan.loadlab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the system says of a process; NaN where it doesn't.
 *
 * @param cpuSeconds computed since its start, by all its threads
 * @param residentBytes in memory, on Linux only
 * @param threads platform threads, on Linux only
 */
record ProcessFacts(double cpuSeconds, double residentBytes, double threads) {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");

    static ProcessFacts of(ProcessHandle process) {
        double cpu =
                process.info().totalCpuDuration().map(ProcessFacts::seconds).orElse(Double.NaN);
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
            return new ProcessFacts(cpu, 1024 * number(RESIDENT.matcher(status)), number(THREADS.matcher(status)));
        } catch (IOException e) {
            return new ProcessFacts(cpu, Double.NaN, Double.NaN);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double number(Matcher found) {
        return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
    }
}

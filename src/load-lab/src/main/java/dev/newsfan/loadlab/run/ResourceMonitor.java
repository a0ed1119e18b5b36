package dev.newsfan.loadlab.run;

import dev.newsfan.loadlab.plan.StepSchedule.MeasurementWindow;
import dev.newsfan.loadlab.process.ChildProcess;
import dev.newsfan.loadlab.process.SourcesProcess;
import dev.newsfan.loadlab.process.SourcesProcess.SourceCounts;
import dev.newsfan.loadlab.report.ResourceUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** Looks at all processes every quarter of a second while a step lasts; memory, threads and idle time on Linux only. */
final class ResourceMonitor {

    private static final long PERIOD_MILLIS = 250;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");
    private static final Pattern IDLE = Pattern.compile("cpu +\\d+ \\d+ \\d+ (\\d+)");
    private static final Pattern WAITING_FOR_A_DISK = Pattern.compile("cpu +\\d+ \\d+ \\d+ \\d+ (\\d+)");

    /** What has been used until then, or is used then; NaN where the system doesn't say. CPU and idle time in seconds. */
    private record MonitorReading(
            long atMicros,
            double serverCpu,
            double sourceCpu,
            double userCpu,
            double idle,
            double residentBytes,
            double threads,
            SourceCounts sources) {}

    private final List<MonitorReading> readings = new ArrayList<>();

    /** Looks until the users' process has ended, or until time is up. */
    void watch(ChildProcess users, ProcessHandle server, SourcesProcess sources, double seconds)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Math.round(seconds * 1e9);
        sources.counts();
        while (users.isAlive() && System.nanoTime() < deadline) {
            long now = System.currentTimeMillis() * 1000;
            String status = read("/proc/" + server.pid() + "/status");
            String machine = read("/proc/stat");
            readings.add(new MonitorReading(
                    now,
                    cpu(server),
                    cpu(sources.handle()),
                    cpu(users.handle()),
                    (number(IDLE, machine) + number(WAITING_FOR_A_DISK, machine)) / 100,
                    1024 * number(RESIDENT, status),
                    number(THREADS, status),
                    sources.counts()));
            Thread.sleep(PERIOD_MILLIS);
        }
    }

    private static double cpu(ProcessHandle process) {
        return process.info()
                .totalCpuDuration()
                .map(time -> time.toNanos() / 1e9)
                .orElse(Double.NaN);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            return "";
        }
    }

    private static double number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
    }

    ResourceUsage in(MeasurementWindow window, int cores) {
        List<MonitorReading> inside = readings.stream()
                .filter(reading -> window.contains(reading.atMicros()))
                .toList();
        if (inside.size() < 2) {
            return ResourceUsage.UNKNOWN;
        }
        double seconds = (inside.getLast().atMicros() - inside.getFirst().atMicros()) / 1e6;
        // What the first reading has counted came before it.
        double calls = numbers(
                        inside.subList(1, inside.size()),
                        reading -> reading.sources().calls())
                .sum();
        double[] lateness = numbers(inside, reading -> reading.sources().lateness())
                .sorted()
                .toArray();
        return new ResourceUsage(
                increase(inside, MonitorReading::serverCpu) / seconds,
                increase(inside, MonitorReading::sourceCpu) / seconds,
                increase(inside, MonitorReading::userCpu) / seconds,
                increase(inside, MonitorReading::idle) / seconds / cores,
                most(inside, MonitorReading::residentBytes),
                most(inside, MonitorReading::threads),
                most(inside, reading -> reading.sources().mostInFlight()),
                // The median: a single hiccup of the machine is nobody's limit.
                lateness[lateness.length / 2],
                calls / seconds);
    }

    private static DoubleStream numbers(List<MonitorReading> readings, ToDoubleFunction<MonitorReading> number) {
        return readings.stream().mapToDouble(number);
    }

    private static double increase(List<MonitorReading> readings, ToDoubleFunction<MonitorReading> number) {
        return number.applyAsDouble(readings.getLast()) - number.applyAsDouble(readings.getFirst());
    }

    private static double most(List<MonitorReading> readings, ToDoubleFunction<MonitorReading> number) {
        return numbers(readings, number).max().orElseThrow();
    }
}

package dev.newsfan.loadlab.cost.run;

import dev.newsfan.loadlab.cost.plan.CostLine;
import dev.newsfan.loadlab.process.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The server of a line.
 *
 * @param startSeconds from its process' beginning until it listened
 */
record LineServer(CostLine line, ServerProcess process, double startSeconds) implements AutoCloseable {

    private static final String RESIDENT = "VmRSS:";

    URI url() {
        return URI.create(process.url() + line.mode().newsPath());
    }

    /** The processor time that it has had so far, its user's and the system's, in seconds; NaN where the system doesn't say. */
    double cpuSeconds() {
        // On Linux that is utime and stime of /proc/PID/stat.
        return handle().info()
                .totalCpuDuration()
                .map(time -> time.toNanos() / 1e9)
                .orElse(Double.NaN);
    }

    /** The memory that it has at this moment, in bytes; NaN where the system doesn't say. */
    double residentBytes() {
        try {
            return Files.readAllLines(Path.of("/proc", "" + handle().pid(), "status")).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .mapToDouble(line -> 1024 * Double.parseDouble(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    private ProcessHandle handle() {
        return process.process().handle();
    }

    @Override
    public void close() {
        process.close();
    }
}

package dev.newsfan.loadlab.plan;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the lab runs; NaN where the system doesn't say.
 *
 * @param memory in bytes
 * @param freeMemory what programs could still get, in bytes
 * @param openFiles how many a process may open
 * @param ports how many connections to one port there may be
 */
public record Machine(
        int cores,
        String processor,
        double memory,
        double freeMemory,
        double openFiles,
        double ports,
        String system,
        String java) {

    private static final Path PROC = Path.of("/proc");
    private static final int FILES_OF_A_JVM = 300;
    private static final double GIBIBYTE = 1 << 30;
    private static final double BASE_BYTES = 1.5 * GIBIBYTE;
    private static final double BYTES_PER_REQUEST = 1 << 20;

    /** The one that this runs on. */
    public static Machine here() {
        String[] ports = read("sys/net/ipv4/ip_local_port_range").strip().split("\\s+");
        String free = find("MemAvailable:\\s+(\\d+) kB", read("meminfo")).orElse("NaN");
        String jdk = System.getProperty("java.vendor.version", "");
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                find("model name\\s*: (.*)", read("cpuinfo")).orElse("processor not known"),
                system.getTotalMemorySize(),
                1024 * Double.parseDouble(free),
                system instanceof UnixOperatingSystemMXBean unix ? unix.getMaxFileDescriptorCount() : Double.NaN,
                ports.length == 2 ? Double.parseDouble(ports[1]) - Double.parseDouble(ports[0]) + 1 : Double.NaN,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                jdk.isEmpty() ? System.getProperty("java.runtime.version") : jdk);
    }

    private static Optional<String> find(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static String read(String file) {
        try {
            return Files.readString(PROC.resolve(file));
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * What this machine can't do, so that nobody gets nonsense for numbers; what the system doesn't say is no obstacle.
     *
     * @param requests the most that will be in the server at a time
     * @param connections the most from the users to the server
     * @param calls how many at a time follow a request
     */
    List<String> obstacles(int requests, int connections, int calls) {
        List<String> obstacles = new ArrayList<>();
        if (cores < 2) {
            obstacles.add(
                    "It has one core. The service, the sources and the users would take turns on it, and the numbers"
                            + " would be about that.");
        }
        obstacles.addAll(shortages(requests, connections, calls, "-Dload.users"));
        return obstacles;
    }

    /**
     * What this machine has too little of; what the system doesn't say is no shortage.
     *
     * @param requests the most that will be in the server at a time
     * @param connections the most from the users to the server
     * @param calls how many at a time follow a request
     * @param option by which fewer users can be had
     */
    public List<String> shortages(int requests, int connections, int calls, String option) {
        List<String> obstacles = new ArrayList<>();
        long files = (long) connections + (long) requests * calls + FILES_OF_A_JVM;
        if (files > openFiles) {
            obstacles.add(text(
                    "A process may open %.0f files here, and the service would need %d: a connection for each user, %d more"
                            + " for each request at work. Raise the limit (ulimit -n %d), or ask for fewer users by"
                            + " %s.",
                    openFiles, files, calls, files, option));
        }
        if (Math.max(connections, requests) > ports) {
            obstacles.add(text(
                    "There are %.0f ports for connections to one server, and %d are needed. Widen"
                            + " net.ipv4.ip_local_port_range, or ask for fewer users by %s.",
                    ports, Math.max(connections, requests), option));
        }
        double bytes = BASE_BYTES + requests * BYTES_PER_REQUEST;
        if (bytes > freeMemory) {
            obstacles.add(text(
                    "%.1f GiB of memory are free, and the three processes may need %.1f GiB.",
                    freeMemory / GIBIBYTE, bytes / GIBIBYTE));
        }
        return obstacles;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

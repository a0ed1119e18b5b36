package dev.newsfan.loadlab;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the lab runs; NaN where the system doesn't say.
 *
 * @param memory in bytes
 * @param freeMemory what programs could still get, in bytes
 * @param openFiles how many a process may open
 * @param ports how many connections to one port there may be
 */
record Machine(
        int cores,
        String processor,
        double memory,
        double freeMemory,
        double openFiles,
        double ports,
        String system,
        String java) {

    private static final Path PROC = Path.of("/proc");

    static Machine here() {
        String memory = read(PROC.resolve("meminfo"));
        String[] range =
                read(PROC.resolve("sys/net/ipv4/ip_local_port_range")).strip().split("\\s+");
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                find("model name\\s*: (.*)", read(PROC.resolve("cpuinfo"))).orElse("processor not known"),
                kilobytes("MemTotal", memory).orElseGet(Machine::totalMemory),
                kilobytes("MemAvailable", memory).orElse(Double.NaN),
                // A JVM takes as many as it may.
                find("Max open files\\s+\\d+\\s+(\\d+)", read(PROC.resolve("self/limits")))
                        .map(Double::valueOf)
                        .orElse(Double.NaN),
                range.length == 2 ? Double.parseDouble(range[1]) - Double.parseDouble(range[0]) + 1 : Double.NaN,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Stream.of("java.vendor.version", "java.runtime.version")
                        .map(key -> System.getProperty(key, ""))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("not known"));
    }

    private static double totalMemory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Double.NaN;
    }

    private static Optional<Double> kilobytes(String name, String text) {
        return find(name + ":\\s+(\\d+) kB", text).map(number -> 1024 * Double.parseDouble(number));
    }

    private static Optional<String> find(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    /** The seconds that all cores together have computed and have been idle; NaN where the system doesn't say. */
    static double idleSeconds() {
        String[] fields =
                read(PROC.resolve("stat")).lines().findFirst().orElse("").split("\\s+");
        // The fourth and fifth numbers: idle, and waiting for a disk; in hundredths of a second.
        return fields.length > 5 ? (Double.parseDouble(fields[4]) + Double.parseDouble(fields[5])) / 100 : Double.NaN;
    }
}

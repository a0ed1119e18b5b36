package dev.newsfan.loadlab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds out before the run what the machine can't do, so that nobody gets nonsense for numbers. */
final class MachineCheck {

    private static final int FILES_OF_A_JVM = 300;
    private static final double BASE_BYTES = 1.5 * 1024 * 1024 * 1024;
    private static final double BYTES_PER_REQUEST = 1024 * 1024.0;

    private MachineCheck() {}

    /**
     * Why the load can't be run here; empty if it can.
     *
     * @param inHouse the most requests that will be in the server at a time
     * @param connections the most connections from the users to the server
     */
    static List<String> problems(Machine machine, Options options, int inHouse, int connections) {
        List<String> problems = new ArrayList<>();
        if (machine.cores() < 2) {
            problems.add(
                    "It has one core. The service, the sources and the users would take turns on it, and the numbers"
                            + " would be about that.");
        }
        int calls = options.target() == Target.NEWS ? options.sources() : 0;
        long files = (long) connections + (long) inHouse * calls + FILES_OF_A_JVM;
        if (files > machine.openFiles()) {
            problems.add(String.format(
                    Locale.ROOT,
                    "A process may open %.0f files here, and the service would need %d: a connection for each user, %d more"
                            + " for each request at work. Raise the limit (ulimit -n %d), or ask for fewer users by"
                            + " -Dload.users.",
                    machine.openFiles(),
                    files,
                    calls,
                    files));
        }
        if (Math.max(connections, inHouse) > machine.ports()) {
            problems.add(String.format(
                    Locale.ROOT,
                    "There are %.0f ports for connections to one server, and %d are needed. Widen"
                            + " net.ipv4.ip_local_port_range, or ask for fewer users by -Dload.users.",
                    machine.ports(),
                    Math.max(connections, inHouse)));
        }
        double bytes = BASE_BYTES + inHouse * BYTES_PER_REQUEST;
        if (bytes > machine.freeMemory()) {
            problems.add(String.format(
                    Locale.ROOT,
                    "%.1f GiB of memory are free, and the three processes may need %.1f GiB.",
                    machine.freeMemory() / (1 << 30),
                    bytes / (1 << 30)));
        }
        return problems;
    }
}

package dev.newsfan.loadlab.cost.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where processes run: the servers on a core of their own, which sources and users don't take from them, where the system allows.
 *
 * @param server what a server is launched by
 * @param others what the others are launched by
 * @param inWords which core is whose, or why none is
 */
record CorePinning(List<String> server, List<String> others, String inWords) {

    private static final String TASKSET = "taskset";
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";

    static CorePinning here() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        boolean found = Stream.of(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, TASKSET)));
        return of(allowed(), found);
    }

    /**
     * The best that can be had.
     *
     * @param cores on which this process may run, as Linux lists them; empty elsewhere
     * @param canPin whether there is a {@code taskset}
     */
    static CorePinning of(String cores, boolean canPin) {
        List<Integer> numbers = numbers(cores);
        if (numbers.size() < 2 || !canPin) {
            String why = numbers.isEmpty()
                    ? "this system doesn't list its cores"
                    : numbers.size() < 2 ? "there is only one" : "there is no " + TASKSET;
            return new CorePinning(List.of(), List.of(), "servers, sources and users share the cores: " + why);
        }
        String first = "" + numbers.getFirst();
        String rest = numbers.stream().skip(1).map(String::valueOf).collect(Collectors.joining(","));
        return new CorePinning(
                List.of(TASKSET, "-c", first),
                List.of(TASKSET, "-c", rest),
                "servers on core " + first + ", sources and users on " + rest);
    }

    private static String allowed() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(ALLOWED))
                    .map(line -> line.substring(ALLOWED.length()).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    /** Of a list such as 0-2,5. */
    private static List<Integer> numbers(String list) {
        List<Integer> numbers = new ArrayList<>();
        for (String range : list.isEmpty() ? new String[0] : list.split(",")) {
            String[] ends = range.split("-");
            int last = Integer.parseInt(ends[ends.length - 1]);
            IntStream.rangeClosed(Integer.parseInt(ends[0]), last).forEach(numbers::add);
        }
        return numbers;
    }
}

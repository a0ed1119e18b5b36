package dev.newsfan.loadlab;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the lab is to do: the {@code -Dload.*} options.
 *
 * @param target what the users ask for
 * @param lines which modes are loaded, in this order
 * @param model closed or open
 * @param users how many users, ascending; in the open model, arrivals per second
 * @param thinkMin the shortest time that a user thinks, in seconds
 * @param thinkMax the longest
 * @param delaySeconds how long a source takes, or a wait
 * @param sources how many sources a request asks
 * @param seconds how long the steady state of a step lasts at least
 * @param workers the size of the worker pool, if it is not the service's own choice
 * @param limit how many requests each mode lets in, if it is not the service's own choice
 * @param java what else the service's JVM is told
 * @param compare an earlier results.json
 */
record Options(
        Target target,
        List<Line> lines,
        Model model,
        List<Integer> users,
        double thinkMin,
        double thinkMax,
        double delaySeconds,
        int sources,
        double seconds,
        OptionalInt workers,
        OptionalInt limit,
        List<String> java,
        Optional<Path> compare) {

    Options {
        lines = List.copyOf(lines);
        users = List.copyOf(users);
        java = List.copyOf(java);
    }

    double think() {
        return (thinkMin + thinkMax) / 2;
    }

    int mostUsers() {
        return users.getLast();
    }

    /** How many calls follow a request, one after another or at once. */
    int callsPerRequest() {
        return target == Target.NEWS ? sources : 1;
    }
}

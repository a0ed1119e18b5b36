package dev.newsfan.loadlab.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the lab is to do: the {@code -Dload.*} options.
 *
 * @param asksSources whether the users ask for the news, so that every request asks all sources, or for the service's own wait
 * @param modes what is loaded, in this order
 * @param open whether so many users arrive per second, whatever the server does; else there are so many, each of whom thinks
 *     between an answer and the next request, so that a slow server slows its load down
 * @param users how many users, ascending; in the open model, arrivals per second
 * @param thinkMin the shortest time that a user thinks, in seconds
 * @param thinkMax the longest
 * @param delay how long a source takes, or a wait, in seconds
 * @param sources how many sources a request asks
 * @param seconds how long the steady state of a step lasts at least
 * @param workers the size of the worker pool, if it is not the service's own choice
 * @param limit how many requests each mode lets in, if it is not the service's own choice
 * @param java what else the JVM of the service and of the servers by hand is told
 * @param client how the service asks its sources
 * @param strict whether the run fails if a user gets anything but complete answers with 200
 * @param compare an earlier results.json
 */
public record LoadOptions(
        boolean asksSources,
        List<LoadedMode> modes,
        boolean open,
        List<Integer> users,
        double thinkMin,
        double thinkMax,
        double delay,
        int sources,
        double seconds,
        OptionalInt workers,
        OptionalInt limit,
        List<String> java,
        SourceClient client,
        boolean strict,
        Optional<Path> compare) {

    /** What a number of users counts. */
    public String unitOfUsers() {
        return open ? "arrivals/s" : "users";
    }

    public boolean hasBare() {
        return modes.contains(LoadedMode.BARE);
    }

    public boolean hasParts() {
        return modes.contains(LoadedMode.PARTS);
    }

    /** The mean time that a user thinks, in seconds. */
    double think() {
        return (thinkMin + thinkMax) / 2;
    }

    public int mostUsers() {
        return users.getLast();
    }

    /** How many calls follow a request, one after another or concurrently. */
    public int callsPerRequest() {
        return asksSources ? sources : 1;
    }
}

package dev.newsfan.loadlab.soak.users;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Holds what a source report says of an answer that served before against itself: whether policies may keep answers at all, and
 * whether one that does is told as such.
 *
 * @param oldest that an answer may be, in seconds; zero if each has to be of its own request
 */
record KeptAnswers(double oldest) {

    /** By these words of a policy an answer may serve more than one request. */
    private static final Set<String> SERVES_AGAIN = Set.of("fresh", "stale", "shared", "revalidated");

    /** By these it has an age. */
    private static final Set<String> IS_OF_BEFORE = Set.of("fresh", "stale");

    /** Whether a report's answer may be another's, too. */
    boolean mayServeAgain(JsonNode report) {
        return oldest > 0 && has(report, SERVES_AGAIN);
    }

    static boolean isStale(JsonNode report) {
        return report.path("stale").asBoolean(false);
    }

    /** What can't be. */
    List<String> problems(JsonNode report) {
        String name = report.path("name").asText();
        List<String> problems = new ArrayList<>();
        if (oldest == 0 && has(report, SERVES_AGAIN)) {
            problems.add(name + " has served before, though nothing is kept: " + report);
        }
        if (report.has("age") && !has(report, IS_OF_BEFORE)) {
            problems.add(name + " has an age, and is of now: " + report);
        }
        if (report.path("age").asDouble(0) > oldest) {
            problems.add(name + " is older than " + oldest + " s: " + report);
        }
        boolean excused = report.has("age") && report.has("code") && report.has("reason");
        if (isStale(report) && !(report.path("outcome").asText().equals("ok") && excused)) {
            problems.add(name + " is stale, and doesn't say why or since when: " + report);
        }
        return problems;
    }

    private static boolean has(JsonNode report, Set<String> words) {
        return StreamSupport.stream(report.path("policies").spliterator(), false)
                .anyMatch(word -> words.contains(word.asText()));
    }
}

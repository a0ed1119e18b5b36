package dev.newsfan.loadlab.users;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.newsfan.loadlab.LoadLabException;
import dev.newsfan.loadlab.users.ResponseLog.ResponseSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds what users got instead of a complete answer with 200, in all of a step: a run is worth nothing if what it measures is
 * the speed of refusing, or of saying that nothing has changed.
 */
public final class UnexpectedAnswers {

    private final List<String> steps = new ArrayList<>();

    /** @param step its name, for people */
    public void look(String step, List<ResponseSample> responses) {
        if (responses.isEmpty()) {
            steps.add(step + ": none at all");
            return;
        }
        Map<String, Long> found = responses.stream()
                .filter(response -> !response.isOk() || !response.complete())
                .collect(groupingBy(UnexpectedAnswers::name, TreeMap::new, counting()));
        if (!found.isEmpty()) {
            steps.add(found.entrySet().stream()
                    .map(kind -> kind.getValue() + " " + kind.getKey())
                    .collect(joining(", ", step + ": ", "; answers in all: " + responses.size())));
        }
    }

    private static String name(ResponseSample response) {
        if (response.isOk()) {
            return "without all sources";
        }
        return response.status() == 0 ? "broken off" : "with status " + response.status();
    }

    /**
     * Does nothing if there were none.
     *
     * @throws LoadLabException if there was one; the message tells of each step what there was, and how often
     */
    public void requireNone() {
        if (!steps.isEmpty()) {
            throw new LoadLabException(
                    steps.stream().collect(joining("\n- ", "Users got other answers than they should:\n- ", "")));
        }
    }
}

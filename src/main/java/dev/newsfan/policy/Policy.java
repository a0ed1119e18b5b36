package dev.newsfan.policy;

import java.util.List;

/**
 * Something that stands between the fan-out and a source and decides whether, when and how often the source is asked.
 *
 * <p>Policies are values of one type, so that they can be put around each other. There is one of each for each source, used from
 * all threads.
 */
@FunctionalInterface
public interface Policy {

    /**
     * The same source, asked under this policy.
     *
     * @param next what to ask: the source itself, or another policy around it
     */
    Ask around(Ask next);

    /**
     * The source, asked under all these policies: a call meets them in their order, its answer in the opposite one.
     *
     * @param outermostFirst may be empty
     */
    static Ask around(Ask source, List<Policy> outermostFirst) {
        return outermostFirst.reversed().stream().reduce(source, (next, policy) -> policy.around(next), (a, b) -> b);
    }
}

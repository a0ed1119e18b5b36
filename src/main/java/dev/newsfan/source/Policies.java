package dev.newsfan.source;

import dev.newsfan.policy.Policy;
import dev.newsfan.policy.Retry;
import java.util.List;

/** Which policies stand between the fan-out and a source: the one place where they are put together. */
final class Policies {

    private Policies() {}

    /** A source's policies, the outermost first: a call meets them in this order, its answer in the opposite one. */
    static List<Policy> of() {
        return List.of(new Retry());
    }
}

package dev.newsfan.upstream;

import dev.newsfan.policy.Question;
import dev.newsfan.timeline.Step;
import java.util.Map;
import java.util.Optional;

/**
 * One request to a source.
 *
 * @param question what its asker wants to know
 * @param target what is asked in place of the source's own URL; empty for that. The question's parameters are not added to it
 * @param steps are told how far it has come
 */
record UpstreamRequest(Question question, Optional<Target> target, AttemptSteps steps) {

    /** One that nobody watches. */
    UpstreamRequest(Question question, Optional<Target> target) {
        this(question, target, new AttemptSteps(Step.NONE, Map.of()));
    }

    /** Asks the source's own URL. */
    static UpstreamRequest of(Question question) {
        return new UpstreamRequest(question, Optional.empty());
    }

    /** The same, of whose way these are told. */
    UpstreamRequest watchedBy(AttemptSteps watching) {
        return new UpstreamRequest(question, target, watching);
    }

    /** Whether it goes to the source's own origin. */
    boolean own() {
        return target.map(Target::own).orElse(true);
    }

    /** Asks something else. */
    static UpstreamRequest of(Question question, Target target) {
        return new UpstreamRequest(question, Optional.of(target));
    }
}

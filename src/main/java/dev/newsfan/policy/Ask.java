package dev.newsfan.policy;

import io.smallrye.mutiny.Uni;

/**
 * A way to get a source's answer: from the source itself, or from it by way of some {@link Policy}.
 *
 * <p>To be called from any thread. What it returns asks anew each time it is subscribed to, emits once, and fails with a
 * {@link SourceException} if the source is to blame or a policy forbids the call; cancelling the subscription must end all that is
 * under way for it.
 */
@FunctionalInterface
public interface Ask {

    Uni<SourceAnswer> ask(Question question);
}

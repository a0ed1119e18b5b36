package dev.newsfan.source;

import io.smallrye.mutiny.Uni;

/**
 * A way to get a source's answer: from the source itself ({@link Fetch}), or from it by way of some {@link Policy}.
 *
 * <p>To be called from any thread. What it returns asks anew each time it is subscribed to, emits once, and fails with a
 * {@link SourceException} if the source is to blame; cancelling the subscription must end all that is under way for it.
 */
@FunctionalInterface
interface Ask {

    Uni<FetchResult> ask(Question question);
}

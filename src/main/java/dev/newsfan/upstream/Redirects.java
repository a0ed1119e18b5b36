package dev.newsfan.upstream;

import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.SourceException;
import java.net.URI;
import java.util.Set;

/** How a source's redirects are followed: how many, and where to. */
final class Redirects {

    private final URI source;
    private final int most;
    private final Reach reach;
    private final MovedSource moved;

    /**
     * Those of one source.
     *
     * @param source its own URL
     * @param most how many are followed one after another; zero for none
     */
    Redirects(URI source, int most, Reach reach, MovedSource moved) {
        this.source = source;
        this.most = most;
        this.reach = reach;
        this.moved = moved;
    }

    URI source() {
        return source;
    }

    boolean isOne(UpstreamAnswer answer) {
        return most > 0 && Location.isRedirect(answer);
    }

    /**
     * Where an answer redirects to.
     *
     * @param visited the URLs that this call has been at, the one that answered so last
     * @throws SourceException if that is not followed
     */
    URI next(UpstreamAnswer answer, Set<URI> visited, URI here) {
        URI to = Location.of(answer, here);
        String shown = Target.shown(to);
        if (Target.isSecure(here) && !Target.isSecure(to)) {
            throw new SourceException(FailureReason.redirectToPlain(shown));
        }
        if (visited.contains(to)) {
            throw new SourceException(FailureReason.redirectInCircle(shown));
        }
        if (visited.size() > most) {
            throw new SourceException(FailureReason.redirectsTooOften(most, shown));
        }
        return to;
    }

    Reach reach() {
        return reach;
    }

    MovedSource moved() {
        return moved;
    }
}

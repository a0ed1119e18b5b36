package dev.newsfan.upstream;

import dev.newsfan.policy.Question;
import dev.newsfan.policy.SourceException;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Optional;

/**
 * One call to a source: what it answers, be it behind redirects, and what else it has at that place. Failures are
 * {@link SourceException}s, or mistakes of ours. It keeps the memory of all that has come until it is ended.
 */
public final class UpstreamCall {

    private final Question question;
    private final Requests requests;
    private final CallBodies bodies;
    private final RedirectedCall redirected;
    private final Secrets secrets;

    UpstreamCall(Question question, Requests requests, CallBodies bodies, RedirectedCall redirected, Secrets secrets) {
        this.question = question;
        this.requests = requests;
        this.bodies = bodies;
        this.redirected = redirected;
        this.secrets = secrets;
    }

    /** The answer that is no redirect, or none that may be followed; to be subscribed to once. */
    public Uni<UpstreamAnswer> answer() {
        return redirected.answer().onFailure().transform(ConnectionFailures::explain);
    }

    /** The URL of another answer that this one refers to; empty if it is at another origin. */
    public Optional<URI> resolve(String reference) {
        URI here = redirected.place().url();
        return Location.resolved(here, reference).filter(url -> Target.isSameOrigin(here, url));
    }

    /**
     * What is at a URL that was {@linkplain #resolve resolved}, whatever is known of the answer itself.
     *
     * @param maxSize the most bytes that its body may have
     */
    public Uni<UpstreamAnswer> further(URI url, long maxSize) {
        Question plain = question.knowing(Optional.empty());
        UpstreamRequest request = UpstreamRequest.of(plain, redirected.place().at(url));
        return requests.further(request, bodies.make(maxSize)).onFailure().transform(ConnectionFailures::explain);
    }

    /** The same failure, with where the call had got to, and without what the source repeats of our keys. */
    public SourceException blame(SourceException failure) {
        return secrets.hide(redirected.blame(failure));
    }

    /** Nobody needs any more what has come. */
    public void end() {
        bodies.forgetAll();
    }
}

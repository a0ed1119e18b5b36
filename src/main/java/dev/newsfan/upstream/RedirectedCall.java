package dev.newsfan.upstream;

import dev.newsfan.policy.Question;
import dev.newsfan.policy.SourceException;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** One call with all redirects that it follows, one request after another: each begins where the one before has been answered. */
final class RedirectedCall {

    private final Redirects rules;
    private final Question question;
    private final Requests requests;
    private final CallBodies bodies;
    private final long maxSize;
    /** Those that this call has been at; written by one thread after another. */
    private final SequencedSet<URI> visited = new LinkedHashSet<>();

    private volatile Optional<Target> target = Optional.empty();
    private boolean permanent = true;
    private Optional<URI> movedTo = Optional.empty();

    /** @param maxSize the most bytes that a body may have */
    RedirectedCall(Redirects rules, Question question, Requests requests, CallBodies bodies, long maxSize) {
        this.rules = rules;
        this.question = question;
        this.requests = requests;
        this.bodies = bodies;
        this.maxSize = maxSize;
        visited.add(rules.source());
    }

    /** The answer that is no redirect, or none that may be followed; to be subscribed to once. */
    Uni<UpstreamAnswer> answer() {
        IncomingBody body = bodies.make(maxSize);
        return requests.first(question, body).flatMap(answer -> goOn(answer, body));
    }

    private Uni<UpstreamAnswer> goOn(UpstreamAnswer answer, IncomingBody body) {
        target.ifPresent(reached -> rules.reach().isAlive(reached, answer.peer()));
        if (!rules.isOne(answer)) {
            return Uni.createFrom().item(arrived(answer));
        }
        bodies.forget(body);
        URI here = visited.getLast();
        URI to = rules.next(answer, visited, here);
        visited.add(to);
        permanent &= Location.isPermanent(answer);
        movedTo = permanent ? Optional.of(to) : movedTo;
        boolean own = target.map(Target::own).orElse(true) && Target.isSameOrigin(rules.source(), to);
        target = Optional.of(new Target(to, own, List.of()));
        return rules.reach()
                .addresses(to, here, answer.peer())
                .chain(addresses -> follow(new Target(to, own, addresses)));
    }

    private Uni<UpstreamAnswer> follow(Target next) {
        target = Optional.of(next);
        IncomingBody body = bodies.make(maxSize);
        return requests.further(UpstreamRequest.of(question, next), body).flatMap(answer -> goOn(answer, body));
    }

    private UpstreamAnswer arrived(UpstreamAnswer answer) {
        int status = answer.status();
        if (status / 100 == 2 || status == 304) {
            rules.moved().answered(movedTo);
        }
        return target.map(reached -> answer.at(Target.withoutQuery(reached.url())))
                .orElse(answer);
    }

    /** Where the answer came from. */
    Target place() {
        return target.orElseGet(() -> new Target(rules.source(), true, List.of()));
    }

    /** The same failure, with where the call had got to. */
    SourceException blame(SourceException failure) {
        return target.map(there ->
                        new SourceException(failure.reason().at(Target.shown(there.url())), failure.getCause()))
                .orElse(failure);
    }
}

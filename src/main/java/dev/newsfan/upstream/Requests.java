package dev.newsfan.upstream;

import dev.newsfan.policy.Ask;
import dev.newsfan.policy.PolicyEvent;
import dev.newsfan.policy.PolicyEvents;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.SourceException;
import dev.newsfan.timeline.Fact;
import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepKind;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Map;

/** Sends the requests of a source's calls, and counts each of them. */
final class Requests {

    private final UpstreamClient client;
    private final Ask permit;
    private final PolicyEvents events;
    private final URI source;
    private final boolean propagates;

    /**
     * Those of one source.
     *
     * @param permit fails where the source's rate doesn't allow one more request; what it emits says nothing
     * @param source its own URL
     * @param propagates whether it is told which trace they belong to
     */
    Requests(UpstreamClient client, Ask permit, PolicyEvents events, URI source, boolean propagates) {
        this.client = client;
        this.permit = permit;
        this.events = events;
        this.source = source;
        this.propagates = propagates;
    }

    /** The first of a call, which the policies have let through. */
    Uni<UpstreamAnswer> first(Question question, IncomingBody body) {
        return send(UpstreamRequest.of(question), body);
    }

    /** One more of the same call: the source's rate has to allow it, too. */
    Uni<UpstreamAnswer> further(UpstreamRequest request, IncomingBody body) {
        return permit.ask(request.question()).chain(() -> send(request, body));
    }

    private Uni<UpstreamAnswer> send(UpstreamRequest request, IncomingBody body) {
        return Uni.createFrom().deferred(() -> {
            events.count(PolicyEvent.CALLED);
            AttemptSteps steps = begin(request);
            return client.get(request.watchedBy(steps), body)
                    .onTermination()
                    .invoke((answer, failure, cancelled) -> end(steps, body, answer, failure));
        });
    }

    private AttemptSteps begin(UpstreamRequest request) {
        Step attempt = request.question().step().begin(StepKind.ATTEMPT);
        URI url = request.target().map(Target::url).orElse(source);
        attempt.tell(Fact.HOST, url.getHost());
        attempt.tell(Fact.PORT, Target.port(url));
        AttemptSteps steps = new AttemptSteps(attempt, propagates && request.own() ? attempt.propagation() : Map.of());
        steps.enter(StepKind.PLACE);
        return steps;
    }

    /** Without an answer and a failure it was cancelled. */
    private static void end(AttemptSteps steps, IncomingBody body, UpstreamAnswer answer, Throwable failure) {
        Step attempt = steps.attempt();
        if (answer != null) {
            attempt.tell(Fact.STATUS, answer.status());
        }
        if (failure != null) {
            SourceException.reasonOf(ConnectionFailures.explain(failure))
                    .ifPresent(reason -> attempt.tell(Fact.CODE, reason.code()));
        }
        boolean failed = failure != null || answer != null && answer.status() >= 400;
        attempt.tell(Fact.OUTCOME, failed ? "error" : answer != null ? "ok" : "cancelled");
        attempt.tell(Fact.BYTES, body.bytes());
        steps.end();
    }
}

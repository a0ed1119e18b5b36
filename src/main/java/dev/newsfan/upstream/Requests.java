package dev.newsfan.upstream;

import dev.newsfan.policy.Ask;
import dev.newsfan.policy.PolicyEvent;
import dev.newsfan.policy.PolicyEvents;
import dev.newsfan.policy.Question;
import io.smallrye.mutiny.Uni;

/** Sends the requests of a source's calls, and counts each of them. */
final class Requests {

    private final UpstreamClient client;
    private final Ask permit;
    private final PolicyEvents events;

    /** @param permit fails where the source's rate doesn't allow one more request; what it emits says nothing */
    Requests(UpstreamClient client, Ask permit, PolicyEvents events) {
        this.client = client;
        this.permit = permit;
        this.events = events;
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
            return client.get(request, body);
        });
    }
}

package dev.newsfan.source;

import dev.newsfan.policy.Question;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks a source as configured, and where that leads to no connection, each address of its name in turn: clients are given a name
 * and take its first address only. What is asked again takes a new connection, as a kept one may be closed like the one before.
 *
 * <p>What has to be done otherwise than usual, a Vert.x client does, as the REST client can't be given an address.
 */
final class FailoverUpstream implements UpstreamClient {

    private final UpstreamClient usual;
    private final Supplier<VertxUpstream> making;
    private final Addresses addresses;
    private final Duration timeout;
    private VertxUpstream newConnections;

    /**
     * Both clients belong to the event loop.
     *
     * @param newConnections makes a client that keeps no connection, once it is needed
     * @param timeout the longest that a call may take; its tries share what is left of it
     */
    FailoverUpstream(
            UpstreamClient usual, Supplier<VertxUpstream> newConnections, Addresses addresses, Duration timeout) {
        this.usual = usual;
        this.making = newConnections;
        this.addresses = addresses;
        this.timeout = timeout;
    }

    @Override
    public Uni<UpstreamAnswer> get(Question question, IncomingBody body) {
        if (question.again() || addresses.isFirstDead()) {
            return found().flatMap(all -> from(0, all, question, body).map(Reached::answer));
        }
        return usual.get(question, body)
                .onFailure(ConnectionFailures::isNotConnected)
                .recoverWithUni(failure -> instead(question, body, failure));
    }

    private Uni<UpstreamAnswer> instead(Question question, IncomingBody body, Throwable failure) {
        return found().flatMap(all -> {
            if (all.size() == 1 && ConnectionFailures.isRefused(failure)) {
                // To be refused a second time takes a connection and gives nothing.
                return Uni.createFrom().failure(failure);
            }
            return from(0, all, question, body)
                    .invoke(reached -> remember(reached.address(), all))
                    .map(Reached::answer);
        });
    }

    /** Where there is no other, the name serves as well, and on a connection that is kept. */
    private void remember(InetAddress address, List<InetAddress> all) {
        if (all.size() > 1) {
            addresses.isAlive(address);
        }
    }

    private record Reached(InetAddress address, UpstreamAnswer answer) {}

    /** Comes back to the event loop, as the clients belong to it. */
    private Uni<List<InetAddress>> found() {
        Context home = Vertx.currentContext();
        return addresses.find().emitOn(task -> home.runOnContext(found -> task.run()));
    }

    private Uni<Reached> from(int first, List<InetAddress> all, Question question, IncomingBody body) {
        boolean last = first + 1 == all.size();
        InetAddress address = all.get(first);
        Optional<Duration> share = Optional.of(share(all.size())).filter(_ -> !last);
        Uni<Reached> answer =
                newConnections().get(question, body, address, share).map(some -> new Reached(address, some));
        return last
                ? answer
                : answer.onFailure(ConnectionFailures::isNotConnected)
                        .recoverWithUni(() -> from(first + 1, all, question, body));
    }

    /** The usual client has had a third. */
    private Duration share(int addresses) {
        return Duration.ofMillis(Math.max(1, timeout.toMillis() * 2 / (3 * addresses)));
    }

    private VertxUpstream newConnections() {
        if (newConnections == null) {
            newConnections = making.get();
        }
        return newConnections;
    }
}

package dev.newsfan.upstream;

import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.SourceException;
import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks a source as configured, and where that leads to no connection, each address of its name in turn: clients are given a name
 * and take its first address only. What is asked again takes a new connection, as a kept one may be closed like the one before.
 *
 * <p>What has to be done otherwise than usual, a Vert.x client does, as the REST client can't be given an address, or another URL.
 */
final class FailoverUpstream implements UpstreamClient {

    private final UpstreamClient usual;
    private final VertxClients others;
    private final Addresses addresses;
    private final Duration timeout;

    /**
     * All clients belong to the event loop.
     *
     * @param timeout the longest that a call may take; its tries share what is left of it
     */
    FailoverUpstream(UpstreamClient usual, VertxClients others, Addresses addresses, Duration timeout) {
        this.usual = usual;
        this.others = others;
        this.addresses = addresses;
        this.timeout = timeout;
    }

    @Override
    public Uni<UpstreamAnswer> get(UpstreamRequest request, IncomingBody body) {
        if (others.areLed(request)) {
            return led(request, body);
        }
        List<InetAddress> allowed = request.target().map(Target::addresses).orElse(List.of());
        if (!allowed.isEmpty()) {
            return from(0, allowed, request, body, request.question().again()).map(Reached::answer);
        }
        if (request.question().again() || addresses.isFirstDead()) {
            return addresses
                    .findHere()
                    .flatMap(all -> from(0, all, request, body, true).map(Reached::answer));
        }
        return byName(request)
                .get(request, body)
                .onFailure(ConnectionFailures::isNotConnected)
                .recoverWithUni(failure -> instead(request, body, failure));
    }

    /** By a proxy, which is all that is connected to. */
    private Uni<UpstreamAnswer> led(UpstreamRequest request, IncomingBody body) {
        return (request.question().again() ? others.client(request.own(), true) : byName(request))
                .get(request, body)
                .onFailure(ConnectionFailures::isNotConnected)
                .transform(failure -> ConnectionFailures.isProxys(failure)
                        ? failure
                        : new SourceException(FailureReason.proxyNotConnected(), failure));
    }

    private UpstreamClient byName(UpstreamRequest request) {
        return request.target()
                .<UpstreamClient>map(target -> others.client(target.own(), false))
                .orElse(usual);
    }

    private Uni<UpstreamAnswer> instead(UpstreamRequest request, IncomingBody body, Throwable failure) {
        return addresses.findHere().flatMap(all -> {
            if (all.size() == 1 && ConnectionFailures.isRefused(failure)) {
                // To be refused a second time takes a connection and gives nothing.
                return Uni.createFrom().failure(failure);
            }
            return from(0, all, request, body, true)
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

    /** @param once whether on a new connection, which isn't kept */
    private Uni<Reached> from(
            int first, List<InetAddress> all, UpstreamRequest request, IncomingBody body, boolean once) {
        boolean last = first + 1 == all.size();
        InetAddress address = all.get(first);
        Optional<Duration> share = Optional.of(share(all.size())).filter(_ -> !last);
        Uni<Reached> answer = others.client(request.own(), once)
                .get(request, body, address, share)
                .map(some -> new Reached(address, some));
        return last
                ? answer
                : answer.onFailure(ConnectionFailures::isNotConnected)
                        .recoverWithUni(() -> from(first + 1, all, request, body, once));
    }

    /** The usual client has had a third. */
    private Duration share(int addresses) {
        return Duration.ofMillis(Math.max(1, timeout.toMillis() * 2 / (3 * addresses)));
    }
}

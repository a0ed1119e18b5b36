package dev.newsfan.upstream;

import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.SourceException;
import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How far a source's redirects may lead: never from a public address to a private one, unless the configuration allows it. Who looks
 * a name up a second time may be told something else, so a connection is made to no address but those that were looked at. Safe for
 * all threads.
 */
final class Reach {

    /** Of how many names it is remembered which address of theirs is alive. */
    private static final int MOST_NAMES = 16;

    private final boolean everywhere;
    private final Function<String, Addresses> lookup;
    private final Predicate<URI> isLed;
    /** Those that were asked for last. */
    private final Map<String, Addresses> names = new LinkedHashMap<>(MOST_NAMES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Addresses> eldest) {
            return size() > MOST_NAMES;
        }
    };

    /**
     * That of one source.
     *
     * @param everywhere whether the configuration allows private addresses
     * @param isLed whether a proxy leads to a URL, which then looks the name up: what is not plainly private is left to it
     */
    Reach(boolean everywhere, Predicate<URI> isLed) {
        this(everywhere, isLed, Addresses::new);
    }

    Reach(boolean everywhere, Predicate<URI> isLed, Function<String, Addresses> lookup) {
        this.everywhere = everywhere;
        this.isLed = isLed;
        this.lookup = lookup;
    }

    /**
     * The addresses that a redirect leads to, none if a proxy leads there; fails with {@link java.net.UnknownHostException} or, if
     * that is too far, with a {@link SourceException}. To be subscribed to on an event loop, where it emits.
     *
     * @param from the URL that redirects
     * @param peer the address that has answered so; empty if nobody knows, which then counts as a public one
     */
    Uni<List<InetAddress>> addresses(URI to, URI from, Optional<InetAddress> peer) {
        boolean inside = isLed.test(from)
                ? PrivateAddresses.isPrivateName(from.getHost())
                : peer.filter(PrivateAddresses::isPrivate).isPresent();
        boolean any = everywhere || inside;
        if (isLed.test(to)) {
            return !any && PrivateAddresses.isPrivateName(to.getHost())
                    ? Uni.createFrom().failure(tooFar(to))
                    : Uni.createFrom().item(List.of());
        }
        return addresses(to.getHost()).findHere().invoke(all -> {
            if (!any && all.stream().anyMatch(PrivateAddresses::isPrivate)) {
                throw tooFar(to);
            }
        });
    }

    private static SourceException tooFar(URI to) {
        return new SourceException(FailureReason.redirectToPrivate(Target.shown(to)));
    }

    /** This address has answered, so it is tried before the others for a while. */
    void isAlive(Target target, Optional<InetAddress> address) {
        address.filter(some -> !target.addresses().isEmpty()
                        && !target.addresses().getFirst().equals(some))
                .ifPresent(some -> addresses(target.url().getHost()).isAlive(some));
    }

    private Addresses addresses(String host) {
        synchronized (names) {
            return names.computeIfAbsent(host.toLowerCase(Locale.ROOT), lookup);
        }
    }
}

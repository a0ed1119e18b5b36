package dev.newsfan.source;

import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.SourceException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
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
    private final Predicate<InetAddress> isPrivate;
    /** Those that were asked for last. */
    private final Map<String, Addresses> names = new LinkedHashMap<>(MOST_NAMES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Addresses> eldest) {
            return size() > MOST_NAMES;
        }
    };

    /** @param everywhere whether the configuration allows private addresses */
    Reach(boolean everywhere) {
        this(everywhere, Addresses::new, PrivateAddresses::isPrivate);
    }

    Reach(boolean everywhere, Function<String, Addresses> lookup, Predicate<InetAddress> isPrivate) {
        this.everywhere = everywhere;
        this.lookup = lookup;
        this.isPrivate = isPrivate;
    }

    /**
     * The addresses that a redirect leads to, one at least; fails with {@link java.net.UnknownHostException} or, if that is too far,
     * with a {@link SourceException}. To be subscribed to on an event loop, where it emits.
     *
     * @param from the address that has answered so; empty if nobody knows, which then counts as a public one
     */
    Uni<List<InetAddress>> addresses(URI to, Optional<InetAddress> from) {
        boolean any = everywhere || from.filter(isPrivate).isPresent();
        Context home = Vertx.currentContext();
        return addresses(to.getHost())
                .find()
                .emitOn(task -> home.runOnContext(found -> task.run()))
                .invoke(all -> {
                    if (!any && all.stream().anyMatch(isPrivate)) {
                        throw new SourceException(FailureReason.redirectToPrivate(Target.shown(to)));
                    }
                });
    }

    /** This address has answered, so it is tried before the others for a while. */
    void isAlive(Target target, Optional<InetAddress> address) {
        address.filter(some -> !target.addresses().isEmpty()
                        && !target.addresses().getFirst().equals(some))
                .ifPresent(addresses(target.url().getHost())::isAlive);
    }

    private Addresses addresses(String host) {
        synchronized (names) {
            return names.computeIfAbsent(host.toLowerCase(Locale.ROOT), lookup);
        }
    }
}

package dev.newsfan.upstream;

import io.netty.util.concurrent.Future;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * All addresses of a source's name: as Vert.x finds them, without blocking; and if that are fewer than two, as the machine itself
 * does, which knows of more ways (of {@code /etc/hosts} Vert.x takes one address a name) but may block for long. That happens on a
 * thread of its own, one for each name at a time however many ask. Safe for all threads.
 */
final class Addresses {

    /** How long it is remembered that the first address is dead. */
    private static final long MEMORY_NANOS = Duration.ofSeconds(30).toNanos();

    private record Living(InetAddress address, long until) {}

    /** Finds them without blocking, where it is subscribed to: on an event loop. */
    @FunctionalInterface
    interface AsyncLookup {
        Uni<List<InetAddress>> all(String host);
    }

    /** Finds them, and may block. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    private final String host;
    private final AsyncLookup vertx;
    private final Lookup machine;
    /** Guarded by this. */
    private CompletableFuture<List<InetAddress>> lookup = CompletableFuture.completedFuture(List.of());

    private volatile Optional<Living> living = Optional.empty();

    /** @param host a name, or an address as a URL has it */
    Addresses(String host) {
        this(host, Addresses::resolve, InetAddress::getAllByName);
    }

    Addresses(String host, AsyncLookup vertx, Lookup machine) {
        this.vertx = vertx;
        this.machine = machine;
        this.host = bare(host);
    }

    private static Uni<List<InetAddress>> resolve(String host) {
        return Uni.createFrom().emitter(asker -> {
            ContextInternal here = ContextInternal.current();
            here.owner()
                    .nettyAddressResolverGroup()
                    .getResolver(here.nettyEventLoop())
                    .resolveAll(InetSocketAddress.createUnresolved(host, 0))
                    .addListener((Future<List<InetSocketAddress>> found) -> {
                        if (found.isSuccess()) {
                            asker.complete(found.getNow().stream()
                                    .map(InetSocketAddress::getAddress)
                                    .toList());
                        } else {
                            asker.fail(found.cause());
                        }
                    });
        });
    }

    /**
     * One at least, the one that was last seen alive first; or fails with {@link UnknownHostException}. To be subscribed to on an
     * event loop; emits anywhere.
     */
    Uni<List<InetAddress>> find() {
        return vertx.all(host)
                .onFailure()
                .recoverWithItem(List.of())
                .flatMap(some -> some.size() > 1 ? Uni.createFrom().item(some) : more(some))
                .map(this::livingFirst);
    }

    /** The same, emitted on the event loop where it is subscribed to. */
    Uni<List<InetAddress>> findHere() {
        return Uni.createFrom().deferred(() -> {
            Context here = Vertx.currentContext();
            return find().emitOn(task -> here.runOnContext(found -> task.run()));
        });
    }

    /** A host without the brackets that stand around an address in a URL. */
    static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private Uni<List<InetAddress>> more(List<InetAddress> some) {
        Uni<List<InetAddress>> found = Uni.createFrom().<List<InetAddress>>emitter(this::tell);
        return some.isEmpty()
                ? found
                : found.onFailure()
                        .recoverWithItem(some)
                        .map(more -> Stream.concat(some.stream(), more.stream())
                                .distinct()
                                .toList());
    }

    private void tell(UniEmitter<? super List<InetAddress>> asker) {
        lookup().whenComplete((found, failure) -> {
            if (failure == null) {
                asker.complete(found);
            } else {
                asker.fail(failure);
            }
        });
    }

    private synchronized CompletableFuture<List<InetAddress>> lookup() {
        if (lookup.isDone()) {
            CompletableFuture<List<InetAddress>> begun = new CompletableFuture<>();
            lookup = begun;
            try {
                Thread.ofPlatform().daemon().name("newsfan-lookup-" + host).start(() -> lookUp(begun));
            } catch (Throwable e) {
                // No thread to be had, which may be otherwise the next time.
                begun.completeExceptionally(e);
            }
        }
        return lookup;
    }

    private void lookUp(CompletableFuture<List<InetAddress>> result) {
        try {
            result.complete(List.of(machine.all(host)));
        } catch (UnknownHostException | RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    private List<InetAddress> livingFirst(List<InetAddress> found) {
        List<InetAddress> sorted = new ArrayList<>(found);
        known().filter(sorted::remove).ifPresent(sorted::addFirst);
        return sorted;
    }

    /** An address answers, after the one that the name stands for at first didn't. */
    void isAlive(InetAddress address) {
        living = Optional.of(new Living(address, System.nanoTime() + MEMORY_NANOS));
    }

    /** Whether the first address was dead a moment ago and another was not. */
    boolean isFirstDead() {
        return known().isPresent();
    }

    private Optional<InetAddress> known() {
        return living.filter(some -> some.until - System.nanoTime() > 0).map(Living::address);
    }
}

package dev.newsfan.source;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * All addresses of a source's name, as the machine knows them. To find them may block for long, which happens on a thread of its
 * own, one for each name at a time however many ask. Safe for all threads.
 */
final class Addresses {

    /** How long it is remembered that the first address is dead. */
    private static final long MEMORY_NANOS = Duration.ofSeconds(30).toNanos();

    private record Living(InetAddress address, long until) {}

    /** Finds them, and may block. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    private final String host;
    private final Lookup machine;
    /** Guarded by this. */
    private CompletableFuture<List<InetAddress>> lookup = CompletableFuture.completedFuture(List.of());

    private volatile Optional<Living> living = Optional.empty();

    /** @param host a name, or an address as a URL has it */
    Addresses(String host) {
        this(host, InetAddress::getAllByName);
    }

    Addresses(String host, Lookup machine) {
        this.machine = machine;
        this.host = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** One at least, the one that was last seen alive first; or fails with {@link UnknownHostException}. Emits anywhere. */
    Uni<List<InetAddress>> find() {
        return Uni.createFrom().<List<InetAddress>>emitter(this::tell).map(this::livingFirst);
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
            Thread.ofPlatform().daemon().name("newsfan-lookup-" + host).start(() -> lookUp(begun));
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

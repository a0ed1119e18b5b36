package dev.newsfan.upstream;

import dev.newsfan.timeline.StepKind;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.IntFunction;

/**
 * A source's connections, shared out among the event loops: each loop has a client of its own with a part of them.
 *
 * <p>A client that serves several loops ends calls of others. If a caller leaves, its loop tells the loop of the connection;
 * until that hears of it, the answer may be complete and the connection at work for somebody else, whose call Vert.x then cuts
 * off (4.5.27, {@code Http1xClientConnection.reset}). On a single loop nothing comes between the two.
 *
 * <p>How many calls are under way is counted here, for all loops and modes. A call takes a place of the loop that it comes from,
 * or else of the one that has most; if there is none, it waits in line until its asker leaves. So no line forms in the
 * clients, of which the REST client's doesn't notice who has left it.
 */
final class EventLoopClients implements UpstreamClient {

    private final List<Share> shares = new ArrayList<>();
    private final SequencedSet<Call> line = new LinkedHashSet<>();
    private int underWay;

    /**
     * Makes each client when it is first used.
     *
     * @param connections in all, one at least; with fewer of them than loops, some loops have to send their calls to another
     * @param callsPerConnection how many a connection carries at a time
     * @param clients makes one with so many connections
     */
    EventLoopClients(Vertx vertx, int connections, int callsPerConnection, IntFunction<UpstreamClient> clients) {
        List<EventLoop> loops = new ArrayList<>();
        for (EventExecutor loop : vertx.nettyEventLoopGroup()) {
            loops.add((EventLoop) loop);
        }
        ClassLoader classes = Thread.currentThread().getContextClassLoader();
        int parts = Math.min(loops.size(), connections);
        for (int part = 0; part < parts; part++) {
            int size = connections / parts + (part < connections % parts ? 1 : 0);
            // Only the inner interface makes a context on a loop of choice.
            ContextInternal context = ((VertxInternal) vertx).createEventLoopContext(loops.get(part), null, classes);
            shares.add(new Share(context, size, size * callsPerConnection, clients));
        }
    }

    /** From any thread. Emits where it was subscribed to if that is an event loop, otherwise on one. */
    @Override
    public Uni<UpstreamAnswer> get(UpstreamRequest request, IncomingBody body) {
        return Uni.createFrom().emitter(asker -> {
            Call call = new Call(request, body, asker);
            enter(call);
            asker.onTermination(call::leave);
        });
    }

    /** How many calls are under way at this moment. */
    synchronized int underWay() {
        return underWay;
    }

    /** How many calls wait for a connection at this moment. */
    synchronized int waiting() {
        return line.size();
    }

    private void enter(Call call) {
        Share share;
        synchronized (this) {
            share = roomiest();
            if (share == null) {
                line.addLast(call);
                return;
            }
            take(share, call);
        }
        share.run(call);
    }

    /** The loop's own if there is room, otherwise the one with most; null if there is none. */
    private Share roomiest() {
        Share most = null;
        for (Share share : shares) {
            if (share.free > 0) {
                if (share.isHere()) {
                    return share;
                }
                most = most == null || share.free > most.free ? share : most;
            }
        }
        return most;
    }

    private void take(Share share, Call call) {
        share.free--;
        underWay++;
        call.share = share;
    }

    /** To be called once for each call that has had a place. */
    private void giveBack(Share share) {
        Call next;
        synchronized (this) {
            share.free++;
            underWay--;
            if (line.isEmpty()) {
                return;
            }
            next = line.removeFirst();
            take(share, next);
        }
        // Not on top of the one before, which may have been the thousandth that failed at once.
        share.context.runOnContext(later -> next.begin());
    }

    /** Whether it has waited in vain. */
    private synchronized boolean leaveLine(Call call) {
        return line.remove(call);
    }

    /** The part of the connections that belongs to an event loop. */
    private static final class Share {

        private final ContextInternal context;
        private final int connections;
        private final IntFunction<UpstreamClient> clients;
        /** Used on the loop alone. */
        private UpstreamClient client;
        /** Guarded by the lock of all shares. */
        private int free;

        Share(ContextInternal context, int connections, int places, IntFunction<UpstreamClient> clients) {
            this.context = context;
            this.connections = connections;
            this.free = places;
            this.clients = clients;
        }

        boolean isHere() {
            return context.nettyEventLoop().inEventLoop();
        }

        void run(Call call) {
            if (isHere()) {
                call.begin();
            } else {
                context.runOnContext(there -> call.begin());
            }
        }

        UpstreamClient client() {
            if (client == null) {
                client = clients.apply(connections);
            }
            return client;
        }
    }

    /** One call, from its asker to its client and back. */
    private final class Call {

        private final UpstreamRequest request;
        private final IncomingBody body;
        private final UniEmitter<? super UpstreamAnswer> asker;
        /** Where the answer is wanted: an event loop, or null for any. */
        private final Context home = Context.isOnEventLoopThread() ? Vertx.currentContext() : null;
        /** Null while it waits in line; written under the lock, before anybody runs it. */
        private volatile Share share;

        private volatile boolean over;
        /** Used on the share's loop alone. */
        private Cancellable exchange;

        Call(UpstreamRequest request, IncomingBody body, UniEmitter<? super UpstreamAnswer> asker) {
            this.request = request;
            this.body = body;
            this.asker = asker;
        }

        void begin() {
            if (over) {
                return;
            }
            request.steps().enter(StepKind.CONNECTION);
            try {
                exchange = share.client()
                        .get(request, body)
                        .subscribe()
                        .with(answer -> end(() -> asker.complete(answer)), failure -> end(() -> asker.fail(failure)));
            } catch (Throwable e) {
                // Also an error while the client is made: its place must not be lost.
                end(() -> asker.fail(e));
            }
        }

        private void end(Runnable tell) {
            if (over) {
                return;
            }
            over = true;
            giveBack(share);
            if (home == null || home.equals(Vertx.currentContext())) {
                tell.run();
            } else {
                home.runOnContext(back -> tell.run());
            }
        }

        /** The asker has an answer, or wants none any more. */
        void leave() {
            if (over || leaveLine(this)) {
                return;
            }
            if (share.isHere()) {
                cancel();
            } else {
                share.context.runOnContext(there -> cancel());
            }
        }

        private void cancel() {
            if (over) {
                return;
            }
            over = true;
            if (exchange != null) {
                exchange.cancel();
            }
            // The client can't forget one that it has in line, and has to make a connection for it.
            body.whenNoRequestWaits(() -> giveBack(share));
        }
    }
}

package dev.newsfan.http;

import dev.newsfan.fanout.Budget;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The callers' connections of one event loop, which are looked at now and then. One timer for all of them: an answer that is
 * taken costs none, and leaves none behind.
 */
final class LoopWatch {

    private static final Logger LOG = Logger.getLogger(LoopWatch.class);

    private final EventLoop loop;
    private final CallerLimits limits;
    private final Runnable cutOff;
    private final Map<Channel, ConnectionWatch> connections = new HashMap<>();
    private Budget punctual = Budget.startingNow(Duration.ofSeconds(1));
    private boolean lateBefore;

    LoopWatch(EventLoop loop, CallerLimits limits, Runnable cutOff) {
        this.loop = loop;
        this.limits = limits;
        this.cutOff = cutOff;
    }

    ScheduledFuture<?> start() {
        long tick = limits.tick().toMillis();
        return loop.scheduleWithFixedDelay(this::look, tick, tick, TimeUnit.MILLISECONDS);
    }

    /** The watch of a connection; to be called on the loop. */
    ConnectionWatch of(Channel channel) {
        // One that is closed already would never be taken off.
        return channel.isOpen()
                ? connections.computeIfAbsent(channel, this::watch)
                : new ConnectionWatch(channel, limits, cutOff);
    }

    private ConnectionWatch watch(Channel channel) {
        ConnectionWatch watch = new ConnectionWatch(channel, limits, cutOff);
        channel.closeFuture().addListener(closed -> {
            connections.remove(channel);
            watch.closed();
        });
        return watch;
    }

    /** The loop itself knows also those who have not asked for anything yet. */
    private void look() {
        // A loop that stood still has taken nothing from anybody, and has to catch up before it can blame others.
        boolean late = punctual.left().isZero();
        punctual = Budget.startingNow(limits.tick().multipliedBy(2));
        if (!late || lateBefore) {
            lookAtAll();
        }
        lateBefore = late && !lateBefore;
    }

    private void lookAtAll() {
        try {
            Iterator<Channel> all = ((SingleThreadEventLoop) loop).registeredChannelsIterator();
            while (all.hasNext()) {
                Channel channel = all.next();
                // Those to the sources have no parent.
                if (channel.parent() != null && channel.isOpen()) {
                    of(channel);
                }
            }
            List.copyOf(connections.values()).forEach(ConnectionWatch::check);
        } catch (RuntimeException e) {
            // A task that throws is not called again.
            LOG.error("The callers' connections could not be looked at", e);
        }
    }
}

package dev.newsfan.upstream;

import io.netty.channel.Channel;
import io.netty.util.Attribute;
import io.netty.util.AttributeKey;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts a source's connections, those of all clients and event loops together: how many are open, and how many of them carry a call.
 * No client tells that of both its protocols, so each connection is counted where its first call begins; none is made without one.
 */
final class OpenConnections {

    private static final AttributeKey<Connection> KEY = AttributeKey.valueOf(OpenConnections.class, "connection");

    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger inUse = new AtomicInteger();

    /** How many carry a call, or several, at this moment. From any thread. */
    int inUse() {
        return inUse.get();
    }

    /** How many are kept for the next call. From any thread. */
    int idle() {
        return Math.max(0, open.get() - inUse.get());
    }

    /** A call begins on a connection. To be called on its event loop. */
    Use use(Channel channel) {
        Attribute<Connection> known = channel.attr(KEY);
        Connection connection = known.get();
        if (connection == null) {
            connection = new Connection();
            known.set(connection);
            open.incrementAndGet();
            channel.closeFuture().addListener(connection::closed);
        }
        return new Use(connection);
    }

    /** One of them, used on its event loop alone. */
    private final class Connection {

        private int calls;
        private boolean closed;

        private void add(int more) {
            boolean before = calls > 0;
            calls += more;
            boolean now = calls > 0;
            if (now != before) {
                inUse.addAndGet(now ? 1 : -1);
            }
        }

        /** Its calls may hear of it later, and have no more to say. */
        private void closed(Object end) {
            add(-calls);
            closed = true;
            open.decrementAndGet();
        }
    }

    /** One call's use of a connection, from its beginning to its end; on the connection's event loop. */
    final class Use {

        private final Connection connection;
        private boolean over;

        private Use(Connection connection) {
            this.connection = connection;
            over = connection.closed;
            if (!over) {
                connection.add(1);
            }
        }

        /** Once or more often. */
        void end() {
            if (!over && !connection.closed) {
                connection.add(-1);
            }
            over = true;
        }
    }
}

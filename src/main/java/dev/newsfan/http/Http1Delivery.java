package dev.newsfan.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelPromise;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;

/** The way of an answer over HTTP/1.x, where it has the connection for itself. */
final class Http1Delivery extends Delivery {

    private final ConnectionWatch watch;
    private final ConnectionBase connection;
    private final HttpServerResponse response;

    Http1Delivery(ConnectionWatch watch, ConnectionBase connection, HttpServerResponse response) {
        this.watch = watch;
        this.connection = connection;
        this.response = response;
    }

    @Override
    HttpServerResponse response() {
        return response;
    }

    /** What is written is written in its order, so that an empty buffer is gone when all before it is. */
    @Override
    void made() {
        ChannelPromise last = connection.channelFuture();
        last.addListener(gone -> over(gone.isSuccess()));
        connection.writeToChannel(Unpooled.EMPTY_BUFFER, last);
    }

    /** The connection sees to that. */
    @Override
    boolean isStalled() {
        return false;
    }

    @Override
    void cut() {
        watch.cut();
    }
}

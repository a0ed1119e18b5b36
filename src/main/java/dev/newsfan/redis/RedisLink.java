package dev.newsfan.redis;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The one connection to Redis, which all commands share. It is made and made again in the background: nobody waits for that, and
 * none waits for a command longer than its time limit.
 *
 * <p>A command that takes longer ends the connection, as does a server that doesn't do what it is asked: it is then left alone for
 * a second, and longer if it goes on so. One line of the log says that it is gone and why, another that it is back.
 */
final class RedisLink {

    private static final Logger LOG = Logger.getLogger(RedisLink.class);

    /** How long Redis is left alone after a failure, at first and at most. */
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** How long a connection may take to be made; nobody waits for it. */
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final RedisAddress address;
    private final Duration limit;

    /** The event loop of the connection; what isn't volatile is only touched there. */
    private final Context loop;

    private volatile Optional<RedisConnection> connection = Optional.empty();
    private Optional<Redis> client = Optional.empty();
    private Duration pause = SHORTEST_PAUSE;
    private boolean missed;
    private boolean stopped;

    /** @param limit the longest that a command may take */
    RedisLink(Vertx vertx, RedisAddress address, Duration limit) {
        this.vertx = vertx;
        this.address = address;
        this.limit = limit;
        this.loop = vertx.getOrCreateContext();
    }

    void start() {
        loop.runOnContext(begin -> connect());
    }

    void stop() {
        loop.runOnContext(end -> {
            stopped = true;
            disconnect();
        });
    }

    /** Whether there is a connection that has answered so far. */
    boolean isUp() {
        return connection.isPresent();
    }

    /**
     * Sends a command.
     *
     * @return emits the reply on the event loop of whoever subscribes, if it is one; fails with a {@link StoreException}, or with
     *     what Redis says if it refuses the command
     */
    Uni<Response> send(Request command) {
        return Uni.createFrom().emitter(asker -> {
            Optional<RedisConnection> now = connection;
            if (now.isEmpty()) {
                asker.fail(new StoreException("there is no connection"));
                return;
            }
            Context home = Vertx.currentContext();
            loop.runOnContext(begin -> timed(now.get().send(command)).onComplete(reply -> {
                if (reply.succeeded()) {
                    pause = SHORTEST_PAUSE;
                } else if (!RedisFailure.isOfTheCommandAlone(reply.cause())) {
                    lost(now.get(), RedisFailure.inWords(reply.cause()));
                }
                tell(home == null ? loop : home, asker, reply);
            }));
        });
    }

    private static void tell(
            Context home, UniEmitter<? super Response> asker, io.vertx.core.AsyncResult<Response> reply) {
        home.runOnContext(back -> {
            if (reply.succeeded()) {
                asker.complete(reply.result());
            } else {
                asker.fail(reply.cause());
            }
        });
    }

    /** A loop that stood still itself looks at what has arrived before it blames anybody. */
    private <T> Future<T> timed(Future<T> reply) {
        Promise<T> first = Promise.promise();
        long timer = vertx.setTimer(
                Math.max(1, limit.toMillis()),
                over -> vertx.setTimer(
                        1,
                        late -> first.tryFail(new StoreException("it took longer than " + limit.toMillis() + " ms"))));
        reply.onComplete(done -> {
            vertx.cancelTimer(timer);
            if (done.succeeded()) {
                first.tryComplete(done.result());
            } else {
                first.tryFail(done.cause());
            }
        });
        return first.future();
    }

    private void connect() {
        if (stopped) {
            return;
        }
        try {
            Redis made = Redis.createClient(vertx, address.options(CONNECT));
            client = Optional.of(made);
            // A server that accepts and says nothing is none.
            long timer = vertx.setTimer(
                    2 * CONNECT.toMillis(), over -> failed(made, new StoreException("it doesn't answer")));
            made.connect()
                    .compose(connected -> timed(connected.send(Request.cmd(Command.PING)))
                            .compose(RedisLink::isPong)
                            .map(connected))
                    .onComplete(done -> vertx.cancelTimer(timer))
                    .onSuccess(connected -> connected(made, connected))
                    .onFailure(failure -> failed(made, failure));
        } catch (RuntimeException e) {
            // Such as a file that is no longer there.
            again(RedisFailure.inWords(e));
        }
    }

    private static Future<Void> isPong(Response reply) {
        return "PONG".equals(reply.toString())
                ? Future.succeededFuture()
                : Future.failedFuture(new StoreException("it is no Redis"));
    }

    private void connected(Redis made, RedisConnection connected) {
        if (client.filter(now -> now == made).isEmpty()) {
            return;
        }
        connected.endHandler(end -> lost(connected, "it has closed the connection"));
        connected.exceptionHandler(failure -> lost(connected, RedisFailure.inWords(failure)));
        connection = Optional.of(connected);
        if (missed) {
            missed = false;
            LOG.infof("The shared cache at %s is back", address);
        }
    }

    private void failed(Redis made, Throwable failure) {
        if (client.filter(now -> now == made).isPresent()) {
            again(RedisFailure.inWords(failure));
        }
    }

    private void lost(RedisConnection lost, String reason) {
        if (connection.filter(now -> now == lost).isPresent()) {
            again(reason);
        }
    }

    /** A client of its own for each connection: closing it closes whatever it has opened. */
    private void disconnect() {
        connection = Optional.empty();
        client.ifPresent(Redis::close);
        client = Optional.empty();
    }

    private void again(String reason) {
        disconnect();
        if (stopped) {
            return;
        }
        if (!missed) {
            missed = true;
            LOG.warnf(
                    "The shared cache at %s is gone: %s. Each replica goes on with its own until it is back",
                    address, reason);
        }
        vertx.setTimer(pause.toMillis(), due -> connect());
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }
}

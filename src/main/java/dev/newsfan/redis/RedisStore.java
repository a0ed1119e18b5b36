package dev.newsfan.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.newsfan.config.Rate;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.SharedAnswer;
import dev.newsfan.policy.SharedStore;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Redis or Valkey as the store that replicas share. Each operation is a script, so that it is one step for all who look on, and one
 * way there and back.
 */
final class RedisStore implements SharedStore {

    private static final Logger LOG = Logger.getLogger(RedisStore.class);

    private final RedisLink link;
    private final String prefix;
    private final LongAdder operations = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder garbage = new LongAdder();
    private final LongAdder full = new LongAdder();
    private final AtomicBoolean toldOfGarbage = new AtomicBoolean();
    private final AtomicBoolean toldOfFull = new AtomicBoolean();

    /** @param prefix what the keys of this service begin with, without the colon behind it */
    RedisStore(RedisLink link, String prefix) {
        this.link = link;
        this.prefix = prefix + ":v1:";
    }

    @Override
    public boolean isUp() {
        return link.isUp();
    }

    @Override
    public Uni<Found> find(String key, String token, Duration turn, Duration freshFor) {
        return look(key, token, turn, freshFor)
                .chain(reply -> found(reply)
                        .map(found -> Uni.createFrom().item(found))
                        // What can't be read has gone by now; with that out of the way the first who comes has the
                        // turn.
                        .orElseGet(() -> drop(key, reply)
                                .chain(() -> look(key, token, turn, freshFor))
                                .map(again -> found(again).orElseGet(() -> new Found.Open(Optional.empty())))));
    }

    private Uni<Response> look(String key, String token, Duration turn, Duration freshFor) {
        return run(
                Script.FIND,
                List.of(answer(key), turn(key), refusal(key)),
                token.getBytes(UTF_8),
                bytes(turn.toMillis()),
                bytes(freshFor.toMillis()));
    }

    /** Nothing if it can't be read. */
    private Optional<Found> found(Response reply) {
        int dropped = reply.get(reply.size() - 1).toInteger();
        for (int i = 0; i < dropped; i++) {
            countGarbage();
        }
        Optional<SharedAnswer> answer = sharedAnswer(reply);
        return switch (reply.get(0).toString()) {
            case "fresh" -> answer.map(Found.Fresh::new);
            case "ageing" -> Optional.of(mine(reply, answer, true));
            case "mine" -> Optional.of(mine(reply, answer, false));
            case "theirs" -> Optional.of(new Found.Theirs());
            case "refused" ->
                Entry.refusal(
                                reply.get(1).toBytes(),
                                Duration.ofMillis(reply.get(2).toLong()))
                        .map(Found.Refused::new);
            case "full" -> {
                countFull();
                yield Optional.of(new Found.Open(answer));
            }
            default -> Optional.of(new Found.Open(answer));
        };
    }

    private Found mine(Response reply, Optional<SharedAnswer> answer, boolean fresh) {
        if (answer.isEmpty() && hasAnswer(reply)) {
            // The answer that this turn brings takes its place.
            countGarbage();
        }
        return new Found.Mine(answer, fresh && answer.isPresent());
    }

    private static boolean hasAnswer(Response reply) {
        return reply.size() > 5;
    }

    private static Optional<SharedAnswer> sharedAnswer(Response reply) {
        return hasAnswer(reply)
                ? Entry.answer(
                        reply.get(2).toString(),
                        reply.get(3).toBytes(),
                        reply.get(4).toBytes(),
                        Duration.ofMillis(reply.get(1).toLong()))
                : Optional.empty();
    }

    private Uni<Response> drop(String key, Response reply) {
        countGarbage();
        String what = hasAnswer(reply) ? answer(key) : refusal(key);
        return send(Request.cmd(Command.DEL).arg(what));
    }

    @Override
    public Uni<Void> keep(String key, String token, SharedAnswer answer, Keeping keeping) {
        return written(run(
                Script.KEEP,
                List.of(answer(key), turn(key)),
                fields(answer, keeping, token, String.valueOf(total(keeping)))
                        .field("body", answer.raw().body())
                        .toArray()));
    }

    @Override
    public Uni<Void> renew(String key, String token, SharedAnswer answer, Keeping keeping) {
        return written(run(
                Script.RENEW,
                List.of(answer(key), turn(key)),
                fields(answer, keeping, token, answer.id(), String.valueOf(total(keeping)))
                        .toArray()));
    }

    private static long total(Keeping keeping) {
        return Math.max(1, keeping.total().toMillis());
    }

    private static Arguments fields(SharedAnswer answer, Keeping keeping, String... before) {
        long fresh = keeping.reusable() ? keeping.fresh().toMillis() : -1;
        return new Arguments(before)
                .field("id", answer.id())
                .field("total", String.valueOf(total(keeping)))
                .field("fresh", String.valueOf(fresh))
                .field("open", fresh > 0 ? "0" : "1")
                .field("checked", answer.headers().canBeValidated() ? "1" : "0")
                .field("head", Entry.head(answer));
    }

    /** What a script is given after its keys. */
    private static final class Arguments {

        private final List<byte[]> all = new ArrayList<>();

        Arguments(String... first) {
            for (String argument : first) {
                all.add(argument.getBytes(UTF_8));
            }
        }

        Arguments field(String name, byte[] value) {
            all.add(name.getBytes(UTF_8));
            all.add(value);
            return this;
        }

        Arguments field(String name, String value) {
            return field(name, value.getBytes(UTF_8));
        }

        byte[][] toArray() {
            return all.toArray(byte[][]::new);
        }
    }

    @Override
    public Uni<Void> open(String key, String token, Duration time) {
        String millis = String.valueOf(time.toMillis());
        return written(run(
                Script.KEEP,
                List.of(answer(key), turn(key)),
                new Arguments(token, millis)
                        .field("id", "")
                        .field("total", millis)
                        .field("fresh", "-1")
                        .field("open", "1")
                        .field("checked", "0")
                        .field("head", "")
                        .field("body", "")
                        .toArray()));
    }

    @Override
    public Uni<Void> refuse(String key, String token, FailureReason reason, Duration time) {
        return written(run(
                Script.REFUSE,
                List.of(refusal(key), turn(key)),
                token.getBytes(UTF_8),
                bytes(Math.max(1, time.toMillis())),
                Entry.refusal(reason)));
    }

    @Override
    public Uni<Void> leave(String key, String token) {
        return run(Script.LEAVE, List.of(turn(key)), token.getBytes(UTF_8)).replaceWithVoid();
    }

    @Override
    public Uni<Void> forget(String key, String id) {
        countGarbage();
        return run(Script.FORGET, List.of(answer(key)), id.getBytes(UTF_8)).replaceWithVoid();
    }

    @Override
    public Uni<Duration> permit(String key, Rate rate) {
        return run(
                        Script.PERMIT,
                        List.of(prefix + key),
                        bytes(rate.calls()),
                        bytes(rate.period().toMillis()))
                .map(micros -> Duration.ofNanos(micros.toLong() * 1000));
    }

    @Override
    public Counts counts() {
        return new Counts(operations.sum(), failures.sum(), garbage.sum(), full.sum());
    }

    private String answer(String key) {
        return prefix + key;
    }

    private String turn(String key) {
        return prefix + key + ":turn";
    }

    private String refusal(String key) {
        return prefix + key + ":refusal";
    }

    private static byte[] bytes(long number) {
        return String.valueOf(number).getBytes(UTF_8);
    }

    private Uni<Void> written(Uni<Response> reply) {
        return reply.invoke(written -> {
                    if (written.toInteger() == 0) {
                        countFull();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Response> run(Script script, List<String> keys, byte[]... arguments) {
        Function<Command, Request> command = eval -> {
            Request request = Request.cmd(eval)
                    .arg(eval == Command.EVAL ? script.text() : script.hash())
                    .arg(keys.size());
            keys.forEach(request::arg);
            for (byte[] argument : arguments) {
                request.arg(argument);
            }
            return request;
        };
        return send(command.apply(Command.EVALSHA))
                .onFailure(failure -> RedisFailure.is(failure, "NOSCRIPT"))
                .recoverWithUni(() -> send(command.apply(Command.EVAL)));
    }

    private Uni<Response> send(Request request) {
        return Uni.createFrom().deferred(() -> {
            if (link.isUp()) {
                operations.increment();
            }
            return link.send(request).onFailure().invoke(failure -> {
                if (!RedisFailure.is(failure, "NOSCRIPT")) {
                    failures.increment();
                }
            });
        });
    }

    private void countGarbage() {
        garbage.increment();
        if (toldOfGarbage.compareAndSet(false, true)) {
            LOG.warnf("The shared cache holds what nobody here has written, below %s; it is taken for nothing", prefix);
        }
    }

    private void countFull() {
        full.increment();
        if (toldOfFull.compareAndSet(false, true)) {
            LOG.warn("The shared cache is full, and has no room for an answer; it is gone on without");
        }
    }
}

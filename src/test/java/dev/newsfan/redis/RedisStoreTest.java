package dev.newsfan.redis;

import static dev.newsfan.redis.Replicas.done;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newsfan.config.Rate;
import dev.newsfan.policy.CacheHeaders;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.RawAnswer;
import dev.newsfan.policy.SharedAnswer;
import dev.newsfan.policy.SharedStore.Found;
import dev.newsfan.policy.SharedStore.Keeping;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsRedis
class RedisStoreTest {

    private static final String KEY = "wire:0123456789abcdef";
    private static final Duration TURN = Duration.ofMinutes(1);
    private static final Keeping A_MINUTE = new Keeping(Duration.ofMinutes(1), true, Duration.ofMinutes(5));
    private static final Keeping FOR_VALIDATORS = new Keeping(Duration.ZERO, true, Duration.ofMinutes(5));
    private static final CacheHeaders HEADERS = new CacheHeaders(
            Optional.of(Duration.ofSeconds(90)), false, false, Optional.of("\"1\""), Optional.of("yesterday"));

    @TempDir
    private static Path folder;

    private static RedisServer server;
    private static Replicas replicas;
    private static RedisStore one;
    private static RedisStore other;

    @BeforeAll
    static void start() {
        server = RedisServer.started(folder);
        replicas = new Replicas();
        one = replicas.connected(server.url());
        other = replicas.connected(server.url());
    }

    @AfterAll
    static void stop() {
        replicas.close();
        server.close();
    }

    @BeforeEach
    void empty() {
        server.say("FLUSHALL");
    }

    private static SharedAnswer answer(String id, CacheHeaders headers) {
        return new SharedAnswer(
                id,
                new RawAnswer(Map.of("content-type", "text/xml; charset=ü"), "\0\r\n$9\r\nnews".getBytes(UTF_8)),
                headers,
                Duration.ZERO);
    }

    private static Found find(RedisStore store, String token) {
        return done(store.find(KEY, token, TURN, Duration.ZERO));
    }

    private static void keep(RedisStore store, String token, Keeping keeping) {
        done(store.keep(KEY, token, answer(token, HEADERS), keeping));
    }

    @Nested
    class ATurn {

        @Test
        void isGivenToOne() {
            assertThat(find(one, "a")).isEqualTo(new Found.Mine(Optional.empty(), false));
            assertThat(find(other, "b")).isEqualTo(new Found.Theirs());
        }

        @Test
        void isGivenToOneOfManyWhoComeAtTheSameTime() {
            List<Found> found = Stream.iterate(0, i -> i + 1)
                    .limit(200)
                    .map(i -> (i % 2 == 0 ? one : other)
                            .find(KEY, "t" + i, TURN, Duration.ZERO)
                            .subscribeAsCompletionStage())
                    .toList()
                    .stream()
                    .map(asked -> asked.join())
                    .toList();

            assertThat(found).filteredOn(Found.Mine.class::isInstance).hasSize(1);
            assertThat(found).filteredOn(Found.Theirs.class::isInstance).hasSize(199);
        }

        @Test
        void isEndedByWhoseItIsAlone() {
            find(one, "a");
            done(other.leave(KEY, "b"));
            assertThat(find(other, "c")).isEqualTo(new Found.Theirs());

            done(one.leave(KEY, "a"));
            assertThat(find(other, "d")).isInstanceOf(Found.Mine.class);
        }

        @Test
        void endsByItself() {
            done(one.find(KEY, "a", Duration.ofMillis(50), Duration.ZERO));

            await().until(() -> find(other, "b") instanceof Found.Mine);
        }

        @Test
        void isEndedByAnAnswer() {
            find(one, "a");
            keep(one, "a", new Keeping(Duration.ofMillis(1), true, Duration.ofMillis(1)));

            await().until(() -> find(other, "c") instanceof Found.Mine);
        }
    }

    @Nested
    class AnAnswer {

        @Test
        void isFoundAsItWasKept() {
            find(one, "a");
            keep(one, "a", A_MINUTE);

            SharedAnswer found = ((Found.Fresh) find(other, "b")).answer();
            assertThat(found.id()).isEqualTo("a");
            assertThat(found.headers()).isEqualTo(HEADERS);
            assertThat(found.raw().headers())
                    .isEqualTo(answer("a", HEADERS).raw().headers());
            assertThat(found.raw().body()).isEqualTo(answer("a", HEADERS).raw().body());
            assertThat(found.age()).isBetween(Duration.ZERO, Duration.ofSeconds(30));
        }

        @Test
        void growsOldAndIsThenKnownStill() {
            keep(one, "a", new Keeping(Duration.ofMillis(100), true, Duration.ofMinutes(5)));

            await().until(() -> find(other, "b") instanceof Found.Mine(var known, var fresh)
                    && known.isPresent()
                    && !fresh
                    && known.get().age().toMillis() >= 100);
        }

        @Test
        void isAskedForAnewByOneBeforeItIsOld() {
            keep(one, "a", new Keeping(Duration.ofSeconds(10), true, Duration.ofMinutes(5)));
            // As if nine seconds and a half had passed: so much less is left.
            server.say("PEXPIRE test:v1:" + KEY + " 290500");

            assertThat(find(one, "b")).isInstanceOfSatisfying(Found.Mine.class, turn -> {
                assertThat(turn.fresh()).isTrue();
                assertThat(turn.known().orElseThrow().age()).isGreaterThanOrEqualTo(Duration.ofMillis(9_500));
            });
            assertThat(find(other, "c")).isInstanceOf(Found.Fresh.class);
        }

        @Test
        void isGoneInTheEnd() {
            keep(one, "a", new Keeping(Duration.ofMillis(1), true, Duration.ofMillis(20)));

            await().until(() -> server.say("KEYS *").startsWith("*0"));
        }

        @Test
        void mayBeOlderForWhoSaysSo() {
            keep(one, "a", FOR_VALIDATORS);

            assertThat(done(other.find(KEY, "b", TURN, Duration.ofMinutes(1)))).isInstanceOf(Found.Fresh.class);
        }

        @Test
        void mayNotBeUsedAtAllIfTheSourceForbidsIt() {
            keep(one, "a", new Keeping(Duration.ZERO, false, Duration.ofMinutes(5)));

            assertThat(done(other.find(KEY, "b", TURN, Duration.ofMinutes(1))))
                    .isInstanceOfSatisfying(
                            Found.Open.class, open -> assertThat(open.known()).isPresent());
        }

        @Test
        void isYoungAgainIfItStillHolds() {
            keep(one, "a", new Keeping(Duration.ofSeconds(10), true, Duration.ofMinutes(5)));
            server.say("PEXPIRE test:v1:" + KEY + " 100000");
            assertThat(find(one, "b")).isInstanceOf(Found.Mine.class);
            CacheHeaders later =
                    new CacheHeaders(Optional.empty(), false, false, Optional.of("\"1\""), Optional.empty());

            done(one.renew(KEY, "b", answer("a", later), A_MINUTE));

            SharedAnswer found = ((Found.Fresh) find(other, "c")).answer();
            assertThat(found.headers()).isEqualTo(later);
            assertThat(found.age()).isLessThan(Duration.ofSeconds(30));
            assertThat(found.raw().body()).isEqualTo(answer("a", later).raw().body());
        }

        @Test
        void staysIfAnotherHolds() {
            keep(one, "a", A_MINUTE);
            done(other.renew(KEY, "b", answer("earlier", HEADERS), FOR_VALIDATORS));

            assertThat(((Found.Fresh) find(other, "c")).answer().id()).isEqualTo("a");
        }

        @Test
        void isForgottenIfItIsStillThere() {
            keep(one, "a", A_MINUTE);
            done(other.forget(KEY, "earlier"));
            assertThat(find(other, "b")).isInstanceOf(Found.Fresh.class);

            done(other.forget(KEY, "a"));
            assertThat(find(other, "c")).isInstanceOf(Found.Mine.class);
        }

        @Test
        void isReplacedByTheMarkThatNoneCanBeShared() {
            keep(one, "a", A_MINUTE);
            done(one.open(KEY, "a", Duration.ofMinutes(1)));

            assertThat(find(other, "b")).isEqualTo(new Found.Open(Optional.empty()));
            assertThat(server.say("HGETALL test:v1:" + KEY)).doesNotContain("news");
        }

        @Test
        void mayBeLarge() {
            byte[] body = new byte[8 * 1024 * 1024];
            body[5] = 7;
            done(one.keep(
                    KEY, "a", new SharedAnswer("a", new RawAnswer(Map.of(), body), HEADERS, Duration.ZERO), A_MINUTE));

            assertThat(((Found.Fresh) find(other, "b")).answer().raw().body()).isEqualTo(body);
        }
    }

    @Test
    void aRefusalHoldsForAllForItsTime() {
        find(one, "a");
        done(one.refuse(KEY, "a", FailureReason.status(429), Duration.ofSeconds(30)));

        FailureReason reason = ((Found.Refused) find(other, "b")).reason();
        assertThat(reason.code()).isEqualTo("status_429");
        assertThat(reason.forbidden()).isTrue();
        assertThat(reason.retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));

        server.say("PEXPIRE test:v1:" + KEY + ":refusal 1");
        await().until(() -> find(other, "c") instanceof Found.Mine);
    }

    @Test
    void eachKeyBeginsWithThePrefixAndEnds() {
        find(one, "a");
        done(one.refuse("wire:2", "b", FailureReason.status(429), Duration.ofSeconds(30)));
        keep(one, "b", A_MINUTE);
        done(one.permit("wire:rate", new Rate(1, Duration.ofMinutes(1))));

        List<String> keys = server.say("KEYS *")
                .lines()
                .filter(line -> line.contains("wire"))
                .toList();
        assertThat(keys).hasSize(4).allMatch(key -> key.startsWith("test:v1:wire:"));
        assertThat(keys).allSatisfy(key -> assertThat(server.say("PTTL " + key)).matches("(?s):[1-9].*"));
    }

    @Nested
    class ARate {

        @Test
        void letsSoManyThroughOfAllWhoComeAtTheSameTime() {
            Rate rate = new Rate(17, Duration.ofMinutes(1));

            List<Duration> waits = IntStream.range(0, 100)
                    .mapToObj(i ->
                            (i % 2 == 0 ? one : other).permit("wire:rate", rate).subscribeAsCompletionStage())
                    .toList()
                    .stream()
                    .map(asked -> asked.join())
                    .toList();

            assertThat(waits).filteredOn(Duration::isZero).hasSize(17);
            assertThat(waits)
                    .filteredOn(wait -> !wait.isZero())
                    .allMatch(wait -> wait.compareTo(Duration.ofMinutes(1)) <= 0);
        }

        @Test
        void letsTheNextThroughWhenItsTimeHasCome() {
            Rate rate = new Rate(1, Duration.ofSeconds(1));
            Uni<Duration> permit = one.permit("wire:rate", rate);
            long before = System.nanoTime();
            assertThat(done(permit)).isZero();

            await().until(() -> done(permit).isZero());

            assertThat(System.nanoTime() - before).isGreaterThan(900_000_000L);
        }

        @Test
        void maySinkWhileItIsCounted() {
            IntStream.range(0, 5).forEach(i -> done(one.permit("wire:rate", new Rate(5, Duration.ofMinutes(1)))));

            assertThat(done(one.permit("wire:rate", new Rate(2, Duration.ofMinutes(1)))))
                    .isPositive();
        }
    }

    @Nested
    class Garbage {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "HSET test:v1:" + KEY + " body other",
                    "HSET test:v1:" + KEY + " head x",
                    "HSET test:v1:" + KEY + " total x",
                    "HSET test:v1:" + KEY + " total 5",
                    "HDEL test:v1:" + KEY + " fresh",
                    "PERSIST test:v1:" + KEY,
                    "SET test:v1:" + KEY + " garbage",
                    "SET test:v1:" + KEY + ":refusal garbage PX 100000",
                    "SET test:v1:" + KEY + ":refusal garbage",
                    "LPUSH test:v1:" + KEY + ":refusal garbage",
                })
        void isTakenForNothingAndCounted(String command) {
            keep(one, "a", A_MINUTE);
            long before = other.counts().garbage();
            server.say(command);
            boolean ofTheRefusal = command.contains("refusal");

            assertThat(find(other, "b")).isInstanceOf(ofTheRefusal ? Found.Fresh.class : Found.Mine.class);
            assertThat(other.counts().garbage()).isEqualTo(before + 1);
            assertThat(other.isUp()).isTrue();

            keep(other, "b", A_MINUTE);
            assertThat(find(one, "c")).isInstanceOf(Found.Fresh.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"SET", "LPUSH"})
        void isNoTurn(String command) {
            server.say(command + " test:v1:" + KEY + ":turn garbage");

            assertThat(find(one, "a")).isInstanceOf(Found.Mine.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"SET", "LPUSH", "SADD"})
        void isNoCall(String command) {
            server.say(command + " test:v1:wire:rate garbage");

            assertThat(done(one.permit("wire:rate", new Rate(1, Duration.ofMinutes(1)))))
                    .isZero();
        }
    }
}

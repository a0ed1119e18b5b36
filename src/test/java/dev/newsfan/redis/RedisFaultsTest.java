package dev.newsfan.redis;

import static dev.newsfan.redis.Replicas.LIMIT;
import static dev.newsfan.redis.Replicas.done;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.newsfan.api.LogLines;
import dev.newsfan.config.Rate;
import dev.newsfan.policy.CacheHeaders;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.RawAnswer;
import dev.newsfan.policy.SharedAnswer;
import dev.newsfan.policy.SharedStore;
import dev.newsfan.policy.SharedStore.Found;
import dev.newsfan.policy.SharedStore.Keeping;
import io.vertx.core.Handler;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a service whose Redis is ill: it goes on, says so once, and comes back to it. */
@NeedsRedis
@Tag("long")
class RedisFaultsTest {

    private static final Duration TURN = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofMillis(200);

    @TempDir
    private Path folder;

    private final Replicas replicas = new Replicas();
    private final LogLines log = LogLines.of("dev.newsfan.redis");

    @AfterEach
    void stop() {
        replicas.close();
        log.close();
    }

    private RedisStore store(String url) {
        return store(url, Optional.empty(), Optional.empty());
    }

    private RedisStore store(String url, Optional<String> password, Optional<String> authority) {
        return replicas.store(new RedisAddress(url, password, authority), LIMIT);
    }

    private static Found find(SharedStore store) {
        return done(store.find("wire:1", "token", TURN, Duration.ZERO));
    }

    private static void keep(SharedStore store) {
        var raw = new RawAnswer(Map.of(), "news".getBytes(UTF_8));
        done(store.keep(
                "wire:1",
                "token",
                new SharedAnswer("id", raw, CacheHeaders.NONE, Duration.ZERO),
                new Keeping(Duration.ofMinutes(1), true, Duration.ofMinutes(2))));
    }

    private int server(Handler<NetSocket> answering) {
        NetServer server = replicas.vertx().createNetServer().connectHandler(answering);
        return server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    private void isGone(SharedStore store) {
        await().until(() -> !store.isUp() && !log.lines().isEmpty());
        assertThatThrownBy(() -> find(store)).hasMessage("there is no connection");
    }

    @Nested
    class Down {

        @Test
        void atTheStartItIsWaitedForInTheBackground() {
            try (RedisServer server = RedisServer.stopped(folder)) {
                RedisStore store = store(server.url());
                isGone(store);

                server.start();
                await().until(store::isUp);

                assertThat(find(store)).isInstanceOf(Found.Mine.class);
                assertThat(log.lines())
                        .containsExactly(
                                "The shared cache at " + server.url()
                                        + " is gone: it can't be connected to: refused, or no way there. Each replica "
                                        + "goes on with its own until it is back",
                                "The shared cache at " + server.url() + " is back");
            }
        }

        @Test
        void laterItIsSaidOnceHoweverLongItTakes() {
            try (RedisServer server = RedisServer.started(folder)) {
                RedisStore store = store(server.url());
                await().until(store::isUp);
                keep(store);
                server.kill();
                isGone(store);
                server.start();
                await().until(store::isUp);

                // It has forgotten all, the scripts too.
                assertThat(find(store)).isInstanceOf(Found.Mine.class);
                keep(store);
                assertThat(find(store)).isInstanceOf(Found.Fresh.class);
                assertThat(log.lines()).hasSize(2);
                assertThat(log.lines().getFirst()).contains("it has closed the connection");
            }
        }

        @Test
        void aNameThatNobodyKnowsIsSaidToBeOne() {
            isGone(store("redis://nowhere.invalid"));

            assertThat(log.lines()).singleElement().asString().contains("its host name is not known");
        }
    }

    @Nested
    class Slow {

        @Test
        void nobodyWaitsLongerThanTheLimit() {
            try (RedisServer server = RedisServer.started(folder)) {
                RedisStore store =
                        replicas.store(new RedisAddress(server.url(), Optional.empty(), Optional.empty()), SOON);
                await().until(store::isUp);
                server.freeze();
                long before = System.nanoTime();

                assertThatThrownBy(() -> find(store)).hasMessage("it took longer than 200 ms");

                assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(SOON, Duration.ofSeconds(10));
                isGone(store);
                server.goOn();
                await().until(store::isUp);
                assertThat(log.lines()).hasSize(2);
            }
        }

        @Test
        void allWhoAreWaitingGoOn() {
            try (RedisServer server = RedisServer.started(folder)) {
                RedisStore store =
                        replicas.store(new RedisAddress(server.url(), Optional.empty(), Optional.empty()), SOON);
                await().until(store::isUp);
                server.freeze();
                var asked = IntStream.range(0, 50)
                        .mapToObj(i -> store.find("wire:1", "t" + i, TURN, Duration.ZERO)
                                .subscribeAsCompletionStage())
                        .toList();

                await().until(() -> asked.stream().allMatch(one -> one.isCompletedExceptionally()));
                assertThat(store.counts().failures()).isEqualTo(50);
                assertThat(log.lines()).hasSize(1);
                server.goOn();
            }
        }
    }

    @Nested
    class Full {

        @Test
        void eachGoesOnByItself() {
            try (RedisServer server = RedisServer.started(folder)) {
                RedisStore store = replicas.connected(server.url());
                keep(store);
                server.say("CONFIG SET maxmemory 1");

                assertThat(find(store)).as("what is there").isInstanceOf(Found.Fresh.class);
                keep(store);
                server.say("FLUSHALL");
                assertThat(find(store)).isEqualTo(new Found.Open(Optional.empty()));
                assertThat(store.counts().full()).isEqualTo(2);
                assertThatThrownBy(() -> done(store.permit("wire:rate", new Rate(1, TURN))))
                        .hasMessageStartingWith("OOM");
                assertThat(store.isUp()).isTrue();
                assertThat(log.lines())
                        .containsExactly(
                                "The shared cache is full, and has no room for an answer; it is gone on without");

                server.say("CONFIG SET maxmemory 0");
                assertThat(find(store)).isInstanceOf(Found.Mine.class);
            }
        }
    }

    @Nested
    class Refusing {

        private static final String SECRET = "ge+heim %/@:";

        @Test
        void aWrongPasswordIsToldAndNotShown() {
            try (RedisServer server = RedisServer.started(folder, "--requirepass", "other")) {
                RedisStore store = store(server.url(), Optional.of("geheim"), Optional.empty());
                isGone(store);

                assertThat(log.lines())
                        .singleElement()
                        .asString()
                        .contains("it doesn't accept user and password (WRONGPASS)")
                        .doesNotContain("geheim");
            }
        }

        @Test
        void aMissingPasswordIsToldLikewise() {
            try (RedisServer server = RedisServer.started(folder, "--requirepass", "other")) {
                isGone(store(server.url()));

                assertThat(log.lines()).singleElement().asString().contains("(NOAUTH)");
            }
        }

        @Test
        void noConnectionIsLeftBehind() {
            var opened = new AtomicInteger();
            var closed = new AtomicInteger();
            int port = server(socket -> {
                opened.incrementAndGet();
                socket.closeHandler(end -> closed.incrementAndGet());
                socket.handler(any -> socket.write("-WRONGPASS no\r\n"));
            });
            store("redis://:geheim@localhost:" + port);

            await().until(() -> opened.get() >= 2);

            await().until(() -> closed.get() >= opened.get() - 1);
        }

        @ParameterizedTest
        @CsvSource({
            "redis://:ge%2Bheim%20%25%2F%40%3A@localhost:,      ",
            "redis://:ge+heim%20%25%2F%40%3A@localhost:,        ",
            "redis://default:ge%2Bheim%20%25%2F%40%3A@localhost:, other",
            "redis://localhost:,                                '" + SECRET + "'",
            "redis://default@localhost:,                        '" + SECRET + "'",
        })
        void theRightPasswordIsTakenFromWhereItIs(String url, String password) {
            try (RedisServer server = RedisServer.started(folder, "--requirepass", SECRET)) {
                RedisStore store = store(url + server.port(), Optional.ofNullable(password), Optional.empty());

                await().until(store::isUp);
                assertThat(find(store)).isInstanceOf(Found.Mine.class);
            }
        }

        /** With the rights that docs/deploying.md names. */
        @Test
        void aUserOfItsOwnNeedsNoMoreThanItSays() throws IOException {
            String rights = "+@read +@write +@scripting +@connection +time -@dangerous";
            assertThat(Files.readString(Path.of("docs/deploying.md"))).contains(rights);
            List<String> user = new ArrayList<>(List.of("--user", "news", "on", ">geheim", "~test:*"));
            user.addAll(List.of(rights.split(" ")));
            try (RedisServer server = RedisServer.started(folder, user.toArray(String[]::new))) {
                RedisStore store = store(
                        "redis://news@localhost:" + server.port() + "/3", Optional.of("geheim"), Optional.empty());

                await().until(store::isUp);
                assertThat(find(store)).isInstanceOf(Found.Mine.class);
                keep(store);
                assertThat(find(store)).isInstanceOf(Found.Fresh.class);
                assertThat(done(store.permit("wire:rate", new Rate(1, TURN)))).isZero();
                done(store.refuse("wire:2", "token", FailureReason.status(429), TURN));
                done(store.forget("wire:1", "id"));
                assertThat(server.say("INFO keyspace")).contains("db3:keys=2");
            }
        }

        @Test
        void aUserWhoMayNotDoThisIsTold() {
            try (RedisServer server =
                    RedisServer.started(folder, "--user", "news", "on", ">geheim", "~other:*", "+@all")) {
                RedisStore store = store("redis://news:geheim@localhost:" + server.port());
                await().until(store::isUp);

                assertThatThrownBy(() -> find(store)).isNotNull();

                await().until(() -> !log.lines().isEmpty());
                assertThat(log.lines()).singleElement().asString().contains("(NOPERM)");
            }
        }
    }

    @Nested
    class SomethingElse {

        @ParameterizedTest
        @ValueSource(
                strings = {"HTTP/1.1 400 Bad Request\r\n\r\n", "\0\0\0\0\0\0\0\0", "*99999999\r\n", "$-5\r\n", "+OK\r\n"
                })
        void thatAnswersIsToldToBeGone(String said) {
            int port = server(socket -> socket.handler(any -> socket.write(said)));
            RedisStore store = store("redis://localhost:" + port);

            await().until(() -> !log.lines().isEmpty());

            assertThat(store.isUp()).isFalse();
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("The shared cache at redis://localhost:" + port + " is gone: ");
        }
    }

    @Nested
    class OverTls {

        private List<String> options(PemFiles files) {
            return List.of(
                    "--tls-port", "PORT",
                    "--tls-cert-file", files.certificate().toString(),
                    "--tls-key-file", files.key().toString(),
                    "--tls-ca-cert-file", files.certificate().toString(),
                    "--tls-auth-clients", "no");
        }

        @Test
        void aTrustedServerIsSpokenTo() throws IOException, GeneralSecurityException {
            PemFiles files = PemFiles.of(folder, "localhost");
            try (RedisServer server = RedisServer.started(folder, options(files).toArray(String[]::new))) {
                RedisStore store = store(
                        "rediss://localhost:" + server.port(),
                        Optional.empty(),
                        Optional.of(files.certificate().toString()));

                await().until(store::isUp);
                assertThat(find(store)).isInstanceOf(Found.Mine.class);
            }
        }

        @ParameterizedTest
        @CsvSource({"localhost, false", "elsewhere.example, true"})
        void anyOtherIsNot(String name, boolean trusted) throws IOException, GeneralSecurityException {
            PemFiles files = PemFiles.of(folder, name);
            try (RedisServer server = RedisServer.started(folder, options(files).toArray(String[]::new))) {
                RedisStore store = store(
                        "rediss://localhost:" + server.port(),
                        Optional.empty(),
                        Optional.of(files.certificate().toString()).filter(file -> trusted));

                isGone(store);
                assertThat(log.lines())
                        .singleElement()
                        .asString()
                        .contains("no secure connection could be made to it (TLS)");
            }
        }
    }
}

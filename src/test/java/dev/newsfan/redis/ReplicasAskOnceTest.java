package dev.newsfan.redis;

import static dev.newsfan.redis.Replicas.LIMIT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newsfan.config.PolicySettings;
import dev.newsfan.config.Rate;
import dev.newsfan.news.Article;
import dev.newsfan.policy.Ask;
import dev.newsfan.policy.CacheHeaders;
import dev.newsfan.policy.FetchResult;
import dev.newsfan.policy.PolicyEvent;
import dev.newsfan.policy.PolicyEvents;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.RateLimit;
import dev.newsfan.policy.RawAnswer;
import dev.newsfan.policy.SharedCache;
import dev.newsfan.policy.SharedKey;
import dev.newsfan.policy.SharedRateLimit;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.policy.Timing;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten replicas of one source's policies, each with a connection of its own, on a real Redis. */
@NeedsRedis
@Tag("long")
class ReplicasAskOnceTest {

    private static final int TEN = 10;
    private static final Duration CALL = Duration.ofMillis(300);

    @TempDir
    private Path folder;

    private final Replicas replicas = new Replicas();
    private final Timing timing = new RealTiming(replicas.vertx());
    private final PolicyEvents events = new PolicyEvents();
    private final AtomicInteger calls = new AtomicInteger();
    private RedisServer server;

    private record RealTiming(Vertx vertx) implements Timing {

        @Override
        public Runnable after(Duration after, Runnable task) {
            long timer = vertx.setTimer(Math.max(1, after.toMillis()), due -> task.run());
            return () -> vertx.cancelTimer(timer);
        }
    }

    @BeforeEach
    void start() {
        server = RedisServer.started(folder);
    }

    @AfterEach
    void stop() {
        replicas.close();
        server.close();
    }

    /** Takes its time, and says how often it has been asked. */
    private final Ask source = question -> Uni.createFrom()
            .deferred(() -> Uni.createFrom().item("news " + calls.incrementAndGet()))
            .onItem()
            .delayIt()
            .by(CALL)
            .map(title -> SourceAnswer.of(
                    result(title), CacheHeaders.NONE, Optional.of(new RawAnswer(Map.of(), title.getBytes(UTF_8)))));

    private static FetchResult result(String title) {
        return new FetchResult(List.of(new Article(title, "https://a.example/", Optional.empty(), "", "wire")), 0);
    }

    private static SharedCache.Place place() {
        return new SharedCache.Place(
                new SharedKey("wire", "https://a.example/?key=geheim", Map.of()),
                raw -> Uni.createFrom().item(SourceAnswer.of(result(new String(raw.body(), UTF_8)))),
                Duration.ofSeconds(10));
    }

    private static PolicySettings freshFor(Duration time) {
        return new PolicySettings(
                true,
                time,
                true,
                Duration.ofMinutes(1),
                0,
                false,
                Duration.ofSeconds(1),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private List<Ask> ten(Duration freshFor) {
        return Stream.generate(() -> new SharedCache(
                                replicas.connected(server.url()), place(), freshFor(freshFor), timing, events)
                        .around(source))
                .limit(TEN)
                .toList();
    }

    private static List<CompletableFuture<SourceAnswer>> ask(List<Ask> all) {
        return all.stream()
                .map(one -> one.ask(Question.NONE).subscribeAsCompletionStage())
                .toList();
    }

    private static List<String> titles(List<CompletableFuture<SourceAnswer>> asked) {
        return asked.stream()
                .map(one -> one.join().result().articles().getFirst().title())
                .distinct()
                .toList();
    }

    @Test
    void withinAFreshness() {
        List<Ask> all = ten(Duration.ofMinutes(1));

        for (int round = 0; round < 20; round++) {
            assertThat(titles(ask(all))).containsExactly("news 1");
        }

        assertThat(calls).hasValue(1);
        assertThat(events.total(PolicyEvent.FROM_REPLICA)).isEqualTo(20 * TEN - 1);
        assertThat(server.say("KEYS *")).contains("test:v1:wire:").doesNotContain("geheim");
    }

    @Test
    void againWhenItIsOver() {
        List<Ask> all = ten(Duration.ofSeconds(2));
        assertThat(titles(ask(all))).containsExactly("news 1");

        await().until(() -> titles(ask(all)).contains("news 2"));

        assertThat(calls).hasValue(2);
    }

    @Test
    void evenIfTheOneWhoAsksGivesUp() {
        List<Ask> all = ten(Duration.ofMinutes(1));
        CompletableFuture<SourceAnswer> first =
                all.getFirst().ask(Question.NONE).subscribeAsCompletionStage();
        await().until(() -> calls.get() == 1);
        List<CompletableFuture<SourceAnswer>> others = ask(all.subList(1, TEN));
        first.cancel(true);

        assertThat(titles(others)).containsExactly("news 2");
        assertThat(calls).hasValue(2);
    }

    @Test
    void orEachByItselfIfRedisGoes() {
        List<Ask> all = ten(Duration.ofMinutes(1));
        List<CompletableFuture<SourceAnswer>> asked = ask(all);
        await().until(() -> calls.get() == 1);
        server.kill();

        assertThat(titles(asked)).hasSize(TEN);
        assertThat(calls).hasValue(TEN);
        titles(ask(all));
        assertThat(calls).hasValue(2 * TEN);
    }

    @Test
    void orEachByItselfIfRedisStandsStill() {
        List<Ask> all = ten(Duration.ofMinutes(1));
        server.freeze();

        assertThat(titles(ask(all))).hasSize(TEN);

        assertThat(calls).hasValue(TEN);
        server.goOn();
    }

    @Test
    void asOftenAsTheRateAllowsThemTogether() {
        Rate rate = new Rate(7, LIMIT.multipliedBy(30));
        List<Ask> all = Stream.generate(() -> new SharedRateLimit(
                                replicas.connected(server.url()),
                                "wire",
                                rate,
                                new RateLimit(rate.part(TEN), timing, events),
                                events)
                        .around(source))
                .limit(TEN)
                .toList();

        List<CompletableFuture<SourceAnswer>> asked =
                Stream.concat(ask(all).stream(), ask(all).stream()).toList();

        await().until(() -> asked.stream().allMatch(CompletableFuture::isDone));
        assertThat(calls).hasValue(7);
        assertThat(asked)
                .filteredOn(CompletableFuture::isCompletedExceptionally)
                .hasSize(13);
        assertThat(events.total(PolicyEvent.RATE_LIMITED)).isEqualTo(13);
    }
}

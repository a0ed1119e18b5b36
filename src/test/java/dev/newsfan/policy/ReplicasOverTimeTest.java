package dev.newsfan.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.Configs;
import dev.newsfan.config.NewsfanConfig;
import dev.newsfan.config.PolicySettings;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What replicas keep themselves before what they share, with callers at all times. */
class ReplicasOverTimeTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofMillis(300);
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final int REPLICAS = 5;
    private static final int MINUTES = 54;

    private final ManualTiming timing = new ManualTiming();
    private final FakeStore store = new FakeStore(timing);
    private final PolicyEvents events = new PolicyEvents();
    private final AtomicInteger calls = new AtomicInteger();
    private final List<Ask> replicas =
            Stream.generate(this::replica).limit(REPLICAS).toList();

    private Ask replica() {
        NewsfanConfig config = Configs.with(
                        Map.of("newsfan.fresh-for", "1m", "newsfan.stale-for", "1h", "newsfan.backoff", "true"))
                .getConfigMapping(NewsfanConfig.class);
        PolicySettings settings = PolicySettings.of(config, config);
        var place = new SharedCache.Place(_ -> "wire:1", raw -> Uni.createFrom().item(answer(raw)), TIMEOUT);
        return Policy.around(
                this::call,
                List.of(
                        new Freshness("wire", settings, TIMEOUT, new AnswerCache(1 << 20), timing, events),
                        new Share(true, TIMEOUT, timing, events, () -> Runnable::run),
                        new SharedCache(store, place, settings, timing, events)));
    }

    private static SourceAnswer answer(RawAnswer raw) {
        int number = Integer.parseInt(new String(raw.body(), UTF_8));
        return SourceAnswer.of(new FetchResult(List.of(), number), CacheHeaders.NONE, Optional.of(raw));
    }

    private Uni<SourceAnswer> call(Question question) {
        return Uni.createFrom().emitter(asker -> {
            byte[] body = String.valueOf(calls.incrementAndGet()).getBytes(UTF_8);
            Runnable end = timing.after(CALL, () -> asker.complete(answer(new RawAnswer(Map.of(), body))));
            asker.onTermination(end);
        });
    }

    @Test
    void askOnceForEachFreshnessAndLetNobodyWait() {
        List<CompletableFuture<SourceAnswer>> first = ask();
        timing.pass(Duration.ofSeconds(1));
        assertThat(first).allSatisfy(one -> assertThat(one).isCompleted());

        for (int left = (int) Duration.ofMinutes(MINUTES).dividedBy(BETWEEN); left > 0; left--) {
            timing.pass(BETWEEN);
            assertThat(ask()).allSatisfy(one -> assertThat(one).isCompleted());
        }

        // One each 54 s, as it is asked ahead, and a moment later where it comes by way of the others.
        assertThat(calls.get()).isBetween(MINUTES, 62);
        // Each replica looks there for each, and once more if it came too early.
        assertThat(store.looks()).isLessThan(3 * REPLICAS * calls.get());
    }

    private List<CompletableFuture<SourceAnswer>> ask() {
        return replicas.stream()
                .map(replica -> replica.ask(Question.NONE).subscribeAsCompletionStage())
                .toList();
    }
}

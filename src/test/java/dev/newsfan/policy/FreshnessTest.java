package dev.newsfan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsfan.config.Configs;
import dev.newsfan.config.NewsfanConfig;
import dev.newsfan.config.PolicySettings;
import dev.newsfan.timeline.ToldStep;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final CacheHeaders TAGGED =
            new CacheHeaders(Optional.empty(), false, false, Optional.of("\"v1\""), Optional.empty());

    private final ManualTiming timing = new ManualTiming();
    private final ScriptedSource source = new ScriptedSource();
    private final PolicyEvents events = new PolicyEvents();
    private Freshness freshness;
    private Ask asked;

    /** Names of keys and values by turns. */
    private static PolicySettings settings(String... keys) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < keys.length; i += 2) {
            all.put("newsfan." + keys[i], keys[i + 1]);
        }
        NewsfanConfig config = Configs.with(all).getConfigMapping(NewsfanConfig.class);
        return PolicySettings.of(config, config);
    }

    private void keeping(String... keys) {
        freshness = new Freshness("wire", settings(keys), TIMEOUT, new AnswerCache(1 << 20), timing, events);
        asked = freshness.around(source);
    }

    private static FetchResult result(int number) {
        return new FetchResult(List.of(), number);
    }

    private static SourceAnswer answer(int number, CacheHeaders headers) {
        return SourceAnswer.of(result(number), headers, Optional.empty());
    }

    private CompletableFuture<SourceAnswer> ask() {
        return ask(Question.NONE);
    }

    private CompletableFuture<SourceAnswer> ask(Question question) {
        return asked.ask(question).subscribeAsCompletionStage();
    }

    /** Asks and has the source answer. */
    private SourceAnswer fetch(SourceAnswer answer) {
        var asking = ask();
        source.last().answer(answer);
        return asking.join();
    }

    private SourceAnswer fetch(int number) {
        return fetch(answer(number, CacheHeaders.NONE));
    }

    private static CacheHeaders lifetime(int seconds) {
        return new CacheHeaders(
                Optional.of(Duration.ofSeconds(seconds)), false, false, Optional.empty(), Optional.empty());
    }

    @Nested
    class AFreshAnswer {

        @Test
        void servesWithoutTheSourceBeingAsked() {
            keeping("fresh-for", "1m");
            SourceAnswer first = fetch(1);
            timing.pass(Duration.ofSeconds(20));

            SourceAnswer second = ask().join();

            assertThat(source.calls()).hasSize(1);
            assertThat(first.age()).isEmpty();
            assertThat(first.freshFor()).isEqualTo(Duration.ofMinutes(1));
            assertThat(second.result()).isSameAs(first.result());
            assertThat(second.age()).contains(Duration.ofSeconds(20));
            assertThat(second.freshFor()).isEqualTo(Duration.ofSeconds(40));
            assertThat(second.events()).containsExactly(PolicyEvent.FRESH);
            assertThat(events.total(PolicyEvent.FRESH)).isEqualTo(1);
        }

        @Test
        void servesToTheMomentAndNoLonger() {
            keeping("fresh-for", "1m");
            fetch(1);
            timing.pass(Duration.ofSeconds(60).minusNanos(1));
            assertThat(freshness.isFresh(Question.NONE)).isTrue();

            timing.pass(Duration.ofNanos(1));

            assertThat(freshness.isFresh(Question.NONE)).isFalse();
            assertThat(ask()).isNotDone();
            assertThat(source.calls()).hasSize(2);
        }

        @Test
        void isOneForEachQuestion() {
            keeping("fresh-for", "1m");
            fetch(1);

            ask(new Question(Map.of("product", "kettle")));

            assertThat(source.calls()).hasSize(2);
        }

        @Test
        void isNotMadeOfAFailure() {
            keeping("fresh-for", "1m");
            var failing = ask();
            source.last().fail(FailureReason.status(500));

            assertThat(failing).isCompletedExceptionally();
            ask();
            assertThat(source.calls()).hasSize(2);
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
                1m,  obey,   -1, false, false, 60
                1m,  obey,   90, false, false, 90
                1m,  obey,   30, false, false, 60
                0,   obey,   30, false, false, 30
                0,   obey,   -1, false, false,  0
                1m,  obey,   90, true,  false,  0
                1m,  obey,   90, false, true,   0
                1m,  ignore, 90, false, false, 60
                1m,  ignore, -1, true,  false, 60
                1m,  ignore, -1, false, true,  60
                0,   ignore, 90, false, false,  0
                """)
        void isAsLongFreshAsItsSourceAndTheConfigurationSay(
                String freshFor, String control, int lifetime, boolean noCache, boolean noStore, int seconds) {
            keeping("fresh-for", freshFor, "cache-control", control);
            Optional<Duration> said = Optional.of(Duration.ofSeconds(lifetime)).filter(some -> !some.isNegative());

            SourceAnswer first =
                    fetch(answer(1, new CacheHeaders(said, noCache, noStore, Optional.empty(), Optional.empty())));

            assertThat(first.freshFor()).isEqualTo(Duration.ofSeconds(seconds));
            assertThat(freshness.isFresh(Question.NONE)).isEqualTo(seconds > 0);
            if (seconds > 0) {
                timing.pass(Duration.ofSeconds(seconds));
                assertThat(freshness.isFresh(Question.NONE)).isFalse();
            }
        }

        @Test
        void canBeAskedForWhereTheConfigurationWantsNone() {
            keeping("fresh-for", "0");
            Question cached = Question.NONE.freshFor(Duration.ofSeconds(30));
            var first = ask(cached);
            source.last().answer(answer(1, CacheHeaders.NONE));

            assertThat(first.join().freshFor()).isEqualTo(Duration.ofSeconds(30));
            assertThat(ask(cached)).isDone();
            assertThat(ask()).isNotDone();
        }

        @Test
        void countsFromWhenAReplicaFetchedIt() {
            keeping("fresh-for", "1m");

            SourceAnswer first = fetch(answer(1, CacheHeaders.NONE).aged(Duration.ofSeconds(50)));

            assertThat(first.freshFor()).isEqualTo(Duration.ofSeconds(10));
            timing.pass(Duration.ofSeconds(5));
            assertThat(ask().join().age()).contains(Duration.ofSeconds(55));
        }
    }

    @Nested
    class AnAnswerWithValidators {

        @Test
        void isAskedForByThemOnceItsFreshnessIsOver() {
            keeping("fresh-for", "1m");
            SourceAnswer first = fetch(answer(1, TAGGED));
            timing.pass(Duration.ofMinutes(2));
            var second = ask();

            SourceAnswer known = source.last().question().known().orElseThrow();
            source.last().answer(known.revalidated(CacheHeaders.NONE));

            assertThat(second.join().result()).isSameAs(first.result());
            assertThat(second.join().events()).containsExactly(PolicyEvent.REVALIDATED);
            timing.pass(Duration.ofSeconds(59));
            assertThat(ask().join().age()).contains(Duration.ofSeconds(59));
            timing.pass(Duration.ofMinutes(2));
            ask();
            assertThat(source.last().question().known().orElseThrow().headers().etag())
                    .contains("\"v1\"");
        }

        @Test
        void isAskedForEachTimeIfItsSourceSaysNoCache() {
            keeping("fresh-for", "1m");
            fetch(answer(
                    1, new CacheHeaders(Optional.empty(), true, false, Optional.empty(), Optional.of("yesterday"))));

            ask();

            assertThat(source.calls()).hasSize(2);
            assertThat(source.last().question().known()).isPresent();
        }

        @Test
        void keepsWhatItsSourceSaidBeforeIfA304SaysNothing() {
            keeping("fresh-for", "0");
            CacheHeaders tagged = new CacheHeaders(
                    Optional.of(Duration.ofSeconds(30)), false, false, Optional.of("\"v1\""), Optional.empty());
            fetch(answer(1, tagged));
            timing.pass(Duration.ofSeconds(31));
            var second = ask();
            source.last().answer(source.last().question().known().orElseThrow().revalidated(CacheHeaders.NONE));

            assertThat(second.join().freshFor()).isEqualTo(Duration.ofSeconds(30));
        }
    }

    @Nested
    class AStaleAnswer {

        private final FailureReason why = FailureReason.status(503);

        @Test
        void servesAsLongAsItMayAndSaysSo() {
            keeping("fresh-for", "1m", "stale-for", "10m");
            SourceAnswer first = fetch(1);
            timing.pass(Duration.ofMinutes(11).minusNanos(1));

            SourceAnswer stale = freshness.instead(Question.NONE, why).orElseThrow();

            assertThat(stale.result()).isSameAs(first.result());
            assertThat(stale.isStale()).isTrue();
            assertThat(stale.staleBecause()).contains(why);
            assertThat(stale.age()).contains(Duration.ofMinutes(11).minusNanos(1));
            assertThat(stale.freshFor()).isZero();
            assertThat(events.total(PolicyEvent.STALE)).isEqualTo(1);
            timing.pass(Duration.ofNanos(1));
            assertThat(freshness.instead(Question.NONE, why)).isEmpty();
        }

        @Test
        void isNoneWhereItIsSwitchedOff() {
            keeping("fresh-for", "1m", "stale-for", "0");
            fetch(1);
            timing.pass(Duration.ofMinutes(1));

            assertThat(freshness.instead(Question.NONE, why)).isEmpty();
        }

        @Test
        void isNoneIfItsSourceForbidsThatItIsKept() {
            keeping("fresh-for", "1m", "stale-for", "10m");
            fetch(1);
            timing.pass(Duration.ofMinutes(1));
            fetch(answer(2, new CacheHeaders(Optional.empty(), false, true, Optional.empty(), Optional.empty())));

            assertThat(freshness.instead(Question.NONE, why)).isEmpty();
        }

        @Test
        void isFreshIfItIsAndNobodyHadTheTimeToAsk() {
            keeping("fresh-for", "1m", "stale-for", "10m");
            fetch(1);

            SourceAnswer instead =
                    freshness.instead(Question.NONE, FailureReason.skipped()).orElseThrow();

            assertThat(instead.isStale()).isFalse();
        }
    }

    @Nested
    class AnAnswerInDemand {

        @Test
        void isAskedForBeforeItsFreshnessIsOver() {
            keeping("fresh-for", "1m");
            fetch(1);
            timing.pass(Duration.ofSeconds(54));

            assertThat(ask()).isDone();
            assertThat(ask()).isDone();
            assertThat(source.calls()).hasSize(2);
            source.last().answer(answer(2, CacheHeaders.NONE));

            timing.pass(Duration.ofSeconds(30));
            assertThat(ask().join().result()).isEqualTo(result(2));
            assertThat(events.total(PolicyEvent.REFRESHED)).isEqualTo(1);
            assertThat(timing.planned()).isZero();
        }

        @Test
        void isAskedForWithinItsSourcesTimeout() {
            keeping("fresh-for", "1m");
            fetch(1);
            timing.pass(Duration.ofSeconds(54));
            freshness.fresh(Question.NONE);

            assertThat(source.last().question().left(timing)).isEqualTo(TIMEOUT);
        }

        @Test
        void isNotLookedForAtOnceAgainIfAReplicaHasNoNewerOne() {
            keeping("fresh-for", "1m");
            fetch(answer(1, CacheHeaders.NONE).aged(Duration.ofSeconds(57)));

            ask();
            assertThat(source.calls()).hasSize(1);
            timing.pass(Duration.ofSeconds(2));
            ask();
            assertThat(source.calls()).hasSize(2);
        }

        @Test
        void isAskedForEarlierIfItsSourceIsSlow() {
            keeping("fresh-for", "1m");
            var first = ask();
            timing.pass(Duration.ofSeconds(4));
            source.last().answer(answer(1, CacheHeaders.NONE));
            first.join();

            timing.pass(Duration.ofSeconds(51));
            ask();
            assertThat(source.calls()).hasSize(1);
            timing.pass(Duration.ofSeconds(1));
            ask();
            assertThat(source.calls()).hasSize(2);
        }

        @Test
        void isNotAskedForByNobody() {
            keeping("fresh-for", "1m");
            fetch(1);
            timing.pass(Duration.ofMinutes(10));

            assertThat(source.calls()).hasSize(1);
        }

        @Test
        void isNotAskedForAgainAndAgainIfThatFails() {
            keeping("fresh-for", "1m");
            fetch(1);
            timing.pass(Duration.ofSeconds(54));
            ask();
            source.last().fail(FailureReason.status(500));
            for (int call = 0; call < 100; call++) {
                assertThat(ask()).isDone();
            }
            assertThat(source.calls()).hasSize(2);

            timing.pass(Duration.ofSeconds(2));
            ask();
            assertThat(source.calls()).hasSize(3);
        }

        @Test
        void isNotWaitedForLongerThanAnybodyWould() {
            keeping("fresh-for", "1m");
            fetch(1);
            timing.pass(Duration.ofSeconds(54));
            ask();

            timing.pass(TIMEOUT);

            assertThat(source.last().isCancelled()).isTrue();
            assertThat(timing.planned()).isZero();
        }

        /** Returns what is told of it to who gave rise to it. */
        private ToldStep refreshing() {
            keeping("fresh-for", "1m");
            fetch(1);
            timing.pass(Duration.ofSeconds(54));
            ToldStep step = ToldStep.named("asker");
            ask(Question.NONE.watchedBy(step));
            return step;
        }

        @Test
        void isACallOfItsOwnThatGivesAnAnswer() {
            ToldStep step = refreshing();
            source.last().answer(answer(2, CacheHeaders.NONE));

            assertThat(step.told()).containsExactly("aside wire", "refreshed", "outcome ok", "end");
        }

        @Test
        void isACallOfItsOwnThatFails() {
            ToldStep step = refreshing();
            source.last().fail(FailureReason.status(500));

            assertThat(step.told()).containsExactly("aside wire", "code status_500", "outcome error", "end");
        }

        @Test
        void isACallOfItsOwnThatIsLate() {
            ToldStep step = refreshing();
            timing.pass(TIMEOUT);

            assertThat(step.told()).containsExactly("aside wire", "outcome timeout", "end");
        }
    }

    @Test
    void whatIsNoLongerOfUseTakesThePlaceOfNothing() {
        keeping("fresh-for", "0", "stale-for", "0");
        fetch(answer(1, lifetime(60)));
        assertThat(freshness.isFresh(Question.NONE)).isTrue();
        timing.pass(Duration.ofSeconds(55));
        ask();

        source.last().answer(answer(2, CacheHeaders.NONE));

        assertThat(freshness.isFresh(Question.NONE)).isFalse();
    }

    @Test
    void whoLeavesEndsItsCall() {
        keeping("fresh-for", "1m");
        asked.ask(Question.NONE).subscribe().with(answer -> {}).cancel();

        assertThat(source.last().isCancelled()).isTrue();
    }

    @Test
    void keepsNoMoreThanThereIsMemoryFor() {
        AnswerCache cache = new AnswerCache(100_000);
        freshness = new Freshness("wire", settings("fresh-for", "1m"), TIMEOUT, cache, timing, events);
        asked = freshness.around(source);
        for (int question = 0; question < 1000; question++) {
            ask(new Question(Map.of("q", String.valueOf(question))));
            source.last().answer(answer(question, CacheHeaders.NONE));
        }

        assertThat(cache.bytes()).isBetween(50_000L, 100_000L);
    }

    @Test
    void aFailureReachesWhoeverAsked() {
        keeping("fresh-for", "1m", "stale-for", "1h");
        var failing = ask();
        source.last().fail(FailureReason.notHttp());

        assertThatThrownBy(failing::join).hasRootCauseInstanceOf(SourceException.class);
    }
}

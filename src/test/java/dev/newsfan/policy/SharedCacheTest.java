package dev.newsfan.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.PolicySettings;
import dev.newsfan.news.Article;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedCacheTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration A_MOMENT = Duration.ofMillis(100);
    private static final FailureReason BUSY = FailureReason.status(503);

    private final ManualTiming timing = new ManualTiming();
    private final FakeStore store = new FakeStore(timing);
    private final ScriptedSource source = new ScriptedSource();
    private final PolicyEvents events = new PolicyEvents();

    /** Each as if it were in a process of its own. */
    private List<Ask> replicas = replicas(10, Duration.ofMinutes(1), true);

    private List<Ask> replicas(int number, Duration freshFor, boolean obey) {
        return replicas(number, freshFor, obey, true);
    }

    private List<Ask> replicas(int number, Duration freshFor, boolean obey, boolean backoff) {
        var settings = new PolicySettings(
                true,
                freshFor,
                obey,
                Duration.ofHours(1),
                1,
                true,
                Duration.ofSeconds(10),
                backoff,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var place = new SharedCache.Place(_ -> "wire:1", SharedCacheTest::read, TIMEOUT);
        return Stream.generate(() -> new SharedCache(store, place, settings, timing, events).around(source))
                .limit(number)
                .toList();
    }

    private static Uni<SourceAnswer> read(RawAnswer raw) {
        return Uni.createFrom().item(() -> {
            String title = new String(raw.body(), UTF_8);
            if (title.equals("garbage")) {
                throw new SourceException(FailureReason.unreadable(title));
            }
            return SourceAnswer.of(result(title));
        });
    }

    private static FetchResult result(String title) {
        return new FetchResult(
                List.of(new Article(title, "https://a.example/", Optional.<Instant>empty(), "", "wire")), 0);
    }

    private static SourceAnswer answer(String title, CacheHeaders headers) {
        return SourceAnswer.of(result(title), headers, Optional.of(new RawAnswer(Map.of(), title.getBytes(UTF_8))));
    }

    private static SourceAnswer answer(String title) {
        return answer(title, CacheHeaders.NONE);
    }

    private static CacheHeaders headers(int seconds, String etag) {
        return new CacheHeaders(
                Optional.of(Duration.ofSeconds(seconds)), false, false, Optional.of(etag), Optional.empty());
    }

    private UniAssertSubscriber<SourceAnswer> ask(int replica) {
        return ask(replica, Question.NONE);
    }

    private UniAssertSubscriber<SourceAnswer> ask(int replica, Question question) {
        return replicas.get(replica).ask(question).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private List<UniAssertSubscriber<SourceAnswer>> askAll() {
        return Stream.iterate(0, replica -> replica + 1)
                .limit(replicas.size())
                .map(this::ask)
                .toList();
    }

    private static String title(UniAssertSubscriber<SourceAnswer> asked) {
        return asked.getItem().result().articles().getFirst().title();
    }

    @Nested
    class TenReplicas {

        @Test
        void askOnceForAllWhoAskAtTheSameTime() {
            var asked = askAll();
            assertThat(source.calls()).hasSize(1);

            timing.pass(Duration.ofSeconds(1));
            source.last().answer(answer("news"));
            timing.pass(A_MOMENT);

            assertThat(asked).allSatisfy(one -> assertThat(title(one)).isEqualTo("news"));
            assertThat(source.calls()).hasSize(1);
            assertThat(events.total(PolicyEvent.FROM_REPLICA)).isEqualTo(9);
            assertThat(timing.planned()).isZero();
        }

        @Test
        void askOnceForEachFreshness() {
            for (int minute = 1; minute <= 5; minute++) {
                var asked = askAll();
                assertThat(source.calls()).hasSize(minute);
                source.last().answer(answer("of minute " + minute));
                timing.pass(Duration.ofMinutes(1));
                assertThat(asked).allSatisfy(UniAssertSubscriber::assertCompleted);
            }
        }

        @Test
        void haveTheirAnswerAsOldAsItIs() {
            ask(0);
            source.last().answer(answer("news", headers(90, "\"1\"")));
            timing.pass(Duration.ofSeconds(40));

            SourceAnswer found = ask(1).getItem();

            assertThat(found.age()).contains(Duration.ofSeconds(40));
            assertThat(found.headers().lifetime()).contains(Duration.ofSeconds(50));
            assertThat(found.headers().etag()).contains("\"1\"");
            assertThat(found.events()).containsExactly(PolicyEvent.FROM_REPLICA);
            assertThat(found.raw()).isEmpty();
        }

        @Test
        void waitLessAndLessOften() {
            ask(0);
            ask(1);
            timing.pass(Duration.ofSeconds(2));

            assertThat(store.looks()).isBetween(20, 30);
        }

        @Test
        void askAheadOfTimeWhileTheOthersHaveWhatIsThere() {
            ask(0);
            source.last().answer(answer("old"));
            timing.pass(Duration.ofSeconds(55));

            var ahead = ask(1);
            assertThat(source.underWay()).isEqualTo(1);
            assertThat(title(ask(2))).isEqualTo("old");
            source.last().answer(answer("new"));

            assertThat(title(ahead)).isEqualTo("new");
            assertThat(title(ask(2))).isEqualTo("new");
        }

        @Test
        void loseNothingIfAskingAheadFails() {
            ask(0);
            source.last().answer(answer("old"));
            timing.pass(Duration.ofSeconds(55));

            var ahead = ask(1);
            source.last().fail(FailureReason.status(500));

            assertThat(title(ahead)).isEqualTo("old");
            assertThat(ahead.getItem().age()).contains(Duration.ofSeconds(55));
        }
    }

    @Nested
    class TheOneWhoHasTheTurn {

        @Test
        void handsItOnIfItsCallerLeaves() {
            var first = ask(0);
            var second = ask(1);
            first.cancel();
            assertThat(source.last().isCancelled()).isTrue();
            timing.pass(A_MOMENT);

            assertThat(source.calls()).hasSize(2);
            source.last().answer(answer("news"));
            assertThat(title(second)).isEqualTo("news");
            assertThat(store.turns()).isZero();
        }

        @Test
        void losesItIfItDies() {
            store.find("wire:1", "of one who dies", TIMEOUT.plusSeconds(1), Duration.ZERO)
                    .await()
                    .indefinitely();
            var other = ask(1);
            timing.pass(TIMEOUT.plusMillis(900));
            assertThat(source.calls()).isEmpty();

            timing.pass(A_MOMENT.multipliedBy(3));
            assertThat(source.calls()).hasSize(1);
            source.last().answer(answer("news"));
            assertThat(title(other)).isEqualTo("news");
        }

        @Test
        void handsItOnIfItFails() {
            var first = ask(0);
            var second = ask(1);
            source.last().fail(FailureReason.brokenOff());
            first.assertFailedWith(SourceException.class);
            timing.pass(A_MOMENT);

            assertThat(source.calls()).hasSize(2);
            source.last().answer(answer("news"));
            assertThat(title(second)).isEqualTo("news");
        }

        @Test
        void handsItOnIfTheMistakeIsOurs() {
            var first = ask(0);
            source.last().fail(new IllegalStateException("ours"));

            first.assertFailedWith(IllegalStateException.class);
            assertThat(store.turns()).isZero();
        }

        @Test
        void keepsWhatItHasEvenIfTheTurnWasLost() {
            var late = ask(0);
            timing.pass(TIMEOUT.plusSeconds(2));
            ask(1);
            source.calls().getFirst().answer(answer("late"));

            late.assertCompleted();
            assertThat(title(ask(2))).isEqualTo("late");
            assertThat(store.turns()).isEqualTo(1);
        }
    }

    @Nested
    class WhoWaits {

        @Test
        void isGoneAtOnceIfItsCallerLeaves() {
            ask(0);
            var waiting = ask(1);
            assertThat(timing.planned()).isEqualTo(1);

            waiting.cancel();

            assertThat(timing.planned()).isZero();
            assertThat(store.turns()).isEqualTo(1);
        }

        @Test
        void asksItselfIfTheStoreGoes() {
            ask(0);
            var waiting = ask(1);
            store.goes();
            timing.pass(A_MOMENT);

            assertThat(source.calls()).hasSize(2);
            source.last().answer(answer("own"));
            assertThat(title(waiting)).isEqualTo("own");
        }
    }

    @Nested
    class WithValidators {

        @Test
        void oneAsksWhetherItHoldsAndAllHaveItAnew() {
            ask(0);
            source.last().answer(answer("news", headers(60, "\"1\"")));
            timing.pass(Duration.ofSeconds(61));

            var asked = askAll();
            assertThat(source.calls()).hasSize(2);
            SourceAnswer known = source.last().question().known().orElseThrow();
            assertThat(known.headers().etag()).contains("\"1\"");
            source.last().answer(known.revalidated(headers(60, "\"1\"")));
            timing.pass(A_MOMENT);

            assertThat(asked).allSatisfy(one -> assertThat(title(one)).isEqualTo("news"));
            timing.pass(Duration.ofSeconds(50));
            assertThat(ask(3).getItem().age()).contains(Duration.ofMillis(50_100));
            assertThat(source.calls()).hasSize(2);
        }

        @Test
        void anAnswerThatOneReplicaAloneKnowsIsAskedForAnew() {
            SourceAnswer own = answer("own", headers(60, "\"1\""));
            ask(0, Question.NONE.knowing(Optional.of(own)));

            assertThat(source.last().question().known()).isEmpty();
            assertThat(source.last().question().raw()).isTrue();
        }

        @Test
        void whatIsTheSameInBothPlacesIsNotReadAgain() {
            ask(0);
            source.last().answer(answer("news", headers(60, "\"1\"")));
            timing.pass(Duration.ofSeconds(61));
            SourceAnswer own = answer("in memory", headers(0, "\"1\""));

            ask(1, Question.NONE.knowing(Optional.of(own)));

            assertThat(source.last().question().known().map(SourceAnswer::result))
                    .contains(result("in memory"));
        }

        @Test
        void whatIsTheSameInBothPlacesIsAsOldAsInTheStore() {
            ask(0);
            source.last().answer(answer("news", headers(600, "\"1\"")));
            timing.pass(Duration.ofSeconds(590));
            SourceAnswer own = answer("in memory", headers(600, "\"1\""));

            var ahead = ask(1, Question.NONE.knowing(Optional.of(own)));
            source.last().fail(FailureReason.status(500));

            assertThat(ahead.getItem().age()).contains(Duration.ofSeconds(590));
            assertThat(ahead.getItem().headers().lifetime()).contains(Duration.ofSeconds(10));
        }

        @Test
        void whatStillHoldsIsFreshForAsLongAsAtFirst() {
            ask(0);
            source.last().answer(answer("news", headers(600, "\"1\"")));
            timing.pass(Duration.ofSeconds(601));
            ask(1);
            source.last().answer(source.last().question().known().orElseThrow().revalidated(CacheHeaders.NONE));
            timing.pass(Duration.ofSeconds(500));

            assertThat(ask(2).getItem().headers().lifetime()).contains(Duration.ofSeconds(100));
        }

        @Test
        void noCacheLetsEverybodyAskAtOnceWhetherItHolds() {
            var noCache = new CacheHeaders(Optional.empty(), true, false, Optional.of("\"1\""), Optional.empty());
            ask(0);
            source.last().answer(answer("news", noCache));

            askAll();

            assertThat(source.underWay()).isEqualTo(10);
            assertThat(source.last().question().known()).isPresent();
        }
    }

    @Nested
    class NotShared {

        @Test
        void isWhatMustNotBeStored() {
            var noStore = new CacheHeaders(Optional.empty(), false, true, Optional.empty(), Optional.empty());
            ask(0);
            source.last().answer(answer("secret", noStore));

            assertThat(store.answers()).isZero();
            askAll();
            assertThat(source.underWay()).isEqualTo(10);
        }

        @Test
        void isWhatIsNotFreshForAnyTime() {
            replicas = replicas(3, Duration.ZERO, true);
            ask(0);
            source.last().answer(answer("news"));

            askAll();

            assertThat(source.underWay()).isEqualTo(3);
            assertThat(store.answers()).isZero();
        }

        @Test
        void isSharedAllTheSameIfTheSourceHasNoSay() {
            replicas = replicas(3, Duration.ofMinutes(1), false);
            var noStore = new CacheHeaders(Optional.of(Duration.ZERO), true, true, Optional.empty(), Optional.empty());
            ask(0);
            source.last().answer(answer("news", noStore));

            assertThat(title(ask(1))).isEqualTo("news");
        }

        @Test
        void isWhatAnotherCanNotRead() {
            ask(0);
            source.last().answer(answer("garbage"));
            var other = ask(1);

            source.last().answer(answer("news"));

            assertThat(title(other)).isEqualTo("news");
            assertThat(store.answers()).isZero();
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void isAnythingWithoutAStore(boolean known) {
            if (known) {
                store.isGone();
            } else {
                store.goes();
            }

            var asked = askAll();
            source.calls().forEach(call -> call.answer(answer("own")));

            assertThat(asked)
                    .hasSize(10)
                    .allSatisfy(one -> assertThat(title(one)).isEqualTo("own"));
            assertThat(source.calls()).hasSize(10);
        }
    }

    @Nested
    class ASourceThatIsNotToBeAsked {

        @Test
        void isLeftAloneByAllForAsLongAsItSays() {
            var first = ask(0);
            source.last().fail(BUSY.notBefore(Duration.ofSeconds(30)));
            first.assertFailedWith(SourceException.class);
            timing.pass(Duration.ofSeconds(10));

            var other = ask(1);
            FailureReason reason = ((SourceException) other.getFailure()).reason();
            assertThat(reason.code()).isEqualTo("status_503");
            assertThat(reason.forbidden()).isTrue();
            assertThat(reason.retryAfter()).contains(Duration.ofSeconds(20));
            assertThat(reason.words())
                    .isEqualTo("it answered with status 503; not asked again for another 20 s, as it wishes");
            assertThat(events.total(PolicyEvent.BACKED_OFF)).isEqualTo(1);
            assertThat(source.calls()).hasSize(1);

            timing.pass(Duration.ofSeconds(20));
            ask(2);
            assertThat(source.calls()).hasSize(2);
        }

        @Test
        void isLeftAloneForAMomentIfItHasBeenAskedTooOften() {
            ask(0);
            source.last().fail(FailureReason.status(429));
            ask(1).assertFailedWith(SourceException.class);
            timing.pass(Duration.ofSeconds(10));
            ask(1);

            assertThat(source.calls()).hasSize(2);
        }

        @Test
        void isAskedAllTheSameIfTheConfigurationWantsThat() {
            replicas = replicas(2, Duration.ofMinutes(1), true, false);
            ask(0);
            source.last().fail(BUSY.notBefore(Duration.ofSeconds(30)));
            ask(1);

            assertThat(source.calls()).hasSize(2);
            assertThat(store.turns()).isEqualTo(1);
        }

        @Test
        void isAskedByOthersIfAPolicyOfOneForbidsIt() {
            ask(0);
            source.last().fail(BUSY.backedOff(Duration.ofSeconds(30)));
            ask(1);

            assertThat(source.calls()).hasSize(2);
        }

        @Test
        void isAskedAtOnceIfOnlyTheConnectionEnded() {
            ask(0);
            source.last().fail(FailureReason.ended().notBefore(Duration.ZERO));
            ask(1);

            assertThat(source.calls()).hasSize(2);
        }
    }

    @Test
    void aQuestionMayTakeAnOlderAnswer() {
        replicas = replicas(2, Duration.ZERO, true);
        Question question = Question.NONE.freshFor(Duration.ofMinutes(1));
        ask(0, question);
        source.last().answer(answer("news"));
        timing.pass(Duration.ofSeconds(30));

        assertThat(title(ask(1, question))).isEqualTo("news");
        assertThat(source.calls()).hasSize(1);
    }
}

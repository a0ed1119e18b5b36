package dev.newsfan.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.news.Article;
import dev.newsfan.policy.Ask;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.FetchResult;
import dev.newsfan.policy.ManualTiming;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.policy.SourceException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallHistoryTest {

    private static final Instant NEW = Instant.parse("2026-11-21T10:00:00Z");

    private final ManualTiming timing = new ManualTiming();
    private final CallHistory history = new CallHistory(timing);
    private UniEmitter<? super SourceAnswer> asker;
    private final Ask ask = history.around(question -> Uni.createFrom().emitter(emitter -> asker = emitter));

    private static Article article(Optional<Instant> published) {
        return new Article("Title", "https://a.example/1", published, "", "wire");
    }

    private void answerAfter(Duration time, List<Article> articles) {
        ask.ask(Question.NONE).subscribe().with(answer -> {}, failure -> {});
        timing.pass(time);
        asker.complete(SourceAnswer.of(new FetchResult(articles, 2, "feed")));
    }

    @Test
    void knowsNothingBeforeTheFirstCall() {
        assertThat(history.last()).isEmpty();
        assertThat(history.newest()).isEmpty();
        assertThat(history.averageTime()).isEmpty();
    }

    @Test
    void tellsTheNewestOfAnAnswersArticles() {
        answerAfter(
                Duration.ofMillis(30),
                List.of(
                        article(Optional.of(NEW.minusSeconds(1))),
                        article(Optional.empty()),
                        article(Optional.of(NEW)),
                        article(Optional.of(NEW.minusSeconds(2)))));

        assertThat(history.newest()).contains(NEW);
        assertThat(history.format()).contains("feed");
        assertThat(history.last()).hasValueSatisfying(last -> {
            assertThat(last.outcome()).isEqualTo("ok");
            assertThat(last.articles()).contains(4);
            assertThat(last.dropped()).contains(2);
            assertThat(last.elapsed()).isEqualTo(Duration.ofMillis(30));
            assertThat(last.at()).isEqualTo(timing.now());
        });
    }

    @Test
    void theAverageIsOfTheLastAnswers() {
        answerAfter(Duration.ofSeconds(99), List.of());
        for (int i = 0; i < CallHistory.ANSWERS; i++) {
            answerAfter(Duration.ofMillis(i % 2 == 0 ? 10 : 30), List.of());
        }

        assertThat(history.averageTime()).contains(Duration.ofMillis(20));
        assertThat(history.newest()).isEmpty();
    }

    @Test
    void aFailureLeavesWhatTheAnswerBeforeTold() {
        answerAfter(Duration.ofMillis(10), List.of(article(Optional.of(NEW))));

        ask.ask(Question.NONE).subscribe().with(answer -> {}, failure -> {});
        asker.fail(new SourceException(FailureReason.status(500)));

        assertThat(history.last()).hasValueSatisfying(last -> {
            assertThat(last.outcome()).isEqualTo("error");
            assertThat(last.code()).contains("status_500");
            assertThat(last.reason()).isPresent();
            assertThat(last.articles()).isEmpty();
        });
        assertThat(history.newest()).contains(NEW);
        assertThat(history.averageTime()).contains(Duration.ofMillis(10));
    }

    @Test
    void aCallThatMissesItsDeadlineIsATimeout() {
        var call = ask.ask(Question.NONE.within(Duration.ofSeconds(1), timing))
                .subscribe()
                .with(answer -> {}, failure -> {});
        timing.pass(Duration.ofSeconds(1));
        call.cancel();

        assertThat(history.last())
                .hasValueSatisfying(last -> assertThat(last.outcome()).isEqualTo("timeout"));
    }

    @Test
    void aCallThatNobodyWaitsForCountsAsNone() {
        ask.ask(Question.NONE.within(Duration.ofSeconds(1), timing))
                .subscribe()
                .with(answer -> {}, failure -> {})
                .cancel();

        assertThat(history.last()).isEmpty();
    }
}

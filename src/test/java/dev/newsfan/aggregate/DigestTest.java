package dev.newsfan.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.news.Article;
import dev.newsfan.policy.FailureReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestTest {

    private static Digest digest(String outcomes) {
        List<SourceReport> reports = Stream.of(outcomes.split(" "))
                .map(Outcome.Kind::valueOf)
                .map(outcome -> new SourceReport(
                        "any",
                        outcome,
                        0,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ZERO,
                        Duration.ZERO,
                        "main",
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        return Digest.of(Mode.ASYNC, Duration.ofSeconds(2), reports, 0, List.of());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            OK,                 true,   false,  false
            OK OK,              true,   false,  false
            OK ERROR,           false,  false,  false
            TIMEOUT OK,         false,  false,  false
            OK SKIPPED,         false,  false,  false
            ERROR,              false,  true,   false
            TIMEOUT,            false,  true,   true
            SKIPPED,            false,  true,   true
            TIMEOUT SKIPPED,    false,  true,   true
            TIMEOUT ERROR,      false,  true,   false
            SKIPPED ERROR,      false,  true,   false
            """)
    void theOutcomesDecideWhetherItIsCompleteFailedOrTimedOut(
            String outcomes, boolean complete, boolean failed, boolean timedOut) {
        Digest digest = digest(outcomes);

        assertThat(digest.complete()).isEqualTo(complete);
        assertThat(digest.failed()).isEqualTo(failed);
        assertThat(digest.timedOut()).isEqualTo(timedOut);
    }

    private static SourceReport failed(String code, Integer retryAfter) {
        return new SourceReport(
                "any",
                Outcome.Kind.ERROR,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                Duration.ZERO,
                "main",
                List.of(),
                Optional.of(code),
                Optional.of("why"),
                Optional.ofNullable(retryAfter).map(Duration::ofSeconds));
    }

    private static Optional<Duration> refusal(SourceReport... reports) {
        return Digest.of(Mode.ASYNC, Duration.ZERO, List.of(reports), 0, List.of())
                .refusal();
    }

    @Test
    void aRefusalLastsUntilTheFirstSourceMayBeAsked() {
        assertThat(refusal(failed("circuit_open", 9), failed("rate_limited", 3)))
                .contains(Duration.ofSeconds(3));
        assertThat(refusal(failed("status_429", null))).contains(FailureReason.BACK_OFF);
    }

    @Test
    void aSourceThatMayBeAskedAtOnceMakesItNone() {
        assertThat(refusal(failed("circuit_open", 9), failed("status_500", null)))
                .isEmpty();
        assertThat(refusal(failed("circuit_open", 9), failed("connection_lost", 0)))
                .isEmpty();
    }

    @Test
    void theArticlesStayWhateverBecomesOfTheList() {
        List<Article> articles =
                new ArrayList<>(List.of(new Article("Title", "https://a.example/", Optional.empty(), "", "a")));
        Digest digest = Digest.of(Mode.SYNC, Duration.ZERO, List.of(), 0, articles);

        articles.clear();

        assertThat(digest.articles()).hasSize(1);
    }
}

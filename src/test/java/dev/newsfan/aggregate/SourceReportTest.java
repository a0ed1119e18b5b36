package dev.newsfan.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Reply;
import dev.newsfan.news.Article;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.FetchResult;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.policy.SourceException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceReportTest {

    private static final Duration STARTED = Duration.ofMillis(3);
    private static final Duration ELAPSED = Duration.ofMillis(2000);

    private static SourceReport report(Outcome<SourceAnswer> outcome) {
        return SourceReport.of(new Reply<>("wire", outcome, STARTED, ELAPSED, "asker"));
    }

    private static SourceReport expected(Outcome.Kind outcome, int articles, int dropped, String code, String reason) {
        return new SourceReport(
                "wire",
                outcome,
                articles,
                dropped,
                Optional.empty(),
                Optional.empty(),
                STARTED,
                ELAPSED,
                "asker",
                List.of(),
                Optional.ofNullable(code),
                Optional.ofNullable(reason),
                Optional.empty());
    }

    @Test
    void anOkSourceIsReportedWithItsCountsAndNoReason() {
        Article article = new Article("Title", "https://a.example/", Optional.empty(), "", "wire");

        assertThat(report(new Outcome.Ok<>(SourceAnswer.of(new FetchResult(List.of(article, article), 3)))))
                .isEqualTo(expected(Outcome.Kind.OK, 2, 3, null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            PT5S        | false | no complete answer within 5.0 s, its timeout
            PT0.25S     | false | no complete answer within 0.25 s, its timeout
            PT1.2345S   | true  | no complete answer within 1.234 s, which was what was left of the request's budget
            """)
    void aTimeoutIsReportedWithTheTimeItHadAndWhoSetIt(Duration allowed, boolean budgetBound, String reason) {
        assertThat(report(new Outcome.Timeout<>(allowed, budgetBound)))
                .isEqualTo(expected(Outcome.Kind.TIMEOUT, 0, 0, "timeout", reason));
    }

    @Test
    void aSourceThatMayBeAskedAtOnceSaysNotWhen() {
        FailureReason ended = FailureReason.ended();

        assertThat(report(failed(ended.notBefore(Duration.ZERO))).retryAfter()).isEmpty();
        assertThat(report(failed(ended.notBefore(Duration.ofSeconds(3)))).retryAfter())
                .contains(Duration.ofSeconds(3));
    }

    private static Outcome<SourceAnswer> failed(FailureReason reason) {
        return new Outcome.Failure<>(new SourceException(reason));
    }

    @Test
    void aStaleAnswerIsOkAndSaysHowOldItIsAndWhy() {
        SourceReport report = report(
                new Outcome.Ok<>(SourceAnswer.NONE.aged(Duration.ofSeconds(90)).stale(FailureReason.status(503))));

        assertThat(report.outcome()).isEqualTo(Outcome.Kind.OK);
        assertThat(report.stale()).contains(true);
        assertThat(report.age()).contains(Duration.ofSeconds(90));
        assertThat(report.code()).contains("status_503");
        assertThat(report.reason()).contains("it answered with status 503");
        assertThat(report.policies()).containsExactly("stale");
        assertThat(report.isFresh()).isFalse();
    }

    @Test
    void aSkippedSourceIsReportedAsNotAsked() {
        assertThat(report(new Outcome.Skipped<>()))
                .isEqualTo(expected(
                        Outcome.Kind.SKIPPED,
                        0,
                        0,
                        "skipped",
                        "not asked, as nothing was left of the request's budget"));
    }

    @Test
    void aFailureOfOurOwnIsReportedWithoutSayingWhatOnlyTheLogMaySay() {
        assertThat(report(new Outcome.Failure<>(new IllegalStateException("secret"))))
                .isEqualTo(expected(
                        Outcome.Kind.ERROR,
                        0,
                        0,
                        "internal",
                        "Newsfan itself failed while reading it; its log says how"));
    }
}

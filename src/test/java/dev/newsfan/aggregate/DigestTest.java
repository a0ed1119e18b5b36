package dev.newsfan.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.news.Article;
import dev.newsfan.policy.FailureReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestTest {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    private static Merged merged(int duplicates, Article... articles) {
        return new Merged(duplicates, WrittenArticles.of(List.of(articles), JSON));
    }

    private static Article article(String title) {
        return new Article(title, "https://a.example/", Optional.empty(), "", "a");
    }

    private static Digest digest(String outcomes) {
        List<SourceReport> reports = Stream.of(outcomes.split(" "))
                .map(Outcome.Kind::valueOf)
                .map(outcome -> report("any", outcome, false, Duration.ZERO, "main"))
                .toList();
        return Digest.of(Mode.ASYNC, Duration.ofSeconds(2), reports, merged(0), Reuse.NONE);
    }

    private static SourceReport report(
            String name, Outcome.Kind outcome, boolean stale, Duration started, String thread) {
        return new SourceReport(
                name,
                outcome,
                0,
                0,
                Optional.of(true).filter(_ -> stale),
                Optional.empty(),
                started,
                Duration.ZERO,
                thread,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
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
        return Digest.of(Mode.ASYNC, Duration.ZERO, List.of(reports), merged(0), Reuse.NONE)
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

    private static String version(SourceReport report, Merged merged) {
        return Digest.of(Mode.SYNC, Duration.ZERO, List.of(report), merged, Reuse.NONE)
                .version();
    }

    @Test
    void theVersionIsTheSameWheneverAndHoweverItWasMade() {
        Digest one = Digest.of(
                Mode.SYNC,
                Duration.ofSeconds(6),
                List.of(report("a", Outcome.Kind.OK, false, Duration.ofMillis(1), "executor-thread-1")),
                merged(1, article("Title")),
                Reuse.NONE);
        Digest other = Digest.of(
                Mode.ASYNC,
                Duration.ofSeconds(2),
                List.of(report("a", Outcome.Kind.OK, false, Duration.ZERO, "vert.x-eventloop-thread-0")),
                merged(1, article("Title")),
                new Reuse(Duration.ofSeconds(60), Duration.ZERO));

        assertThat(one.version()).isEqualTo(other.version()).matches("[0-9a-f]{16}");
    }

    @Test
    void theVersionIsAnotherForWhateverACallerWouldMiss() {
        SourceReport ok = report("a", Outcome.Kind.OK, false, Duration.ZERO, "main");
        SourceReport stale = report("a", Outcome.Kind.OK, true, Duration.ZERO, "main");
        SourceReport late = report("a", Outcome.Kind.TIMEOUT, false, Duration.ZERO, "main");
        SourceReport named = report("b", Outcome.Kind.OK, false, Duration.ZERO, "main");

        assertThat(List.of(
                        version(ok, merged(1, article("Title"))),
                        version(ok, merged(1, article("Other"))),
                        version(ok, merged(1)),
                        version(ok, merged(2, article("Title"))),
                        version(stale, merged(1, article("Title"))),
                        version(late, merged(1, article("Title"))),
                        version(named, merged(1, article("Title")))))
                .doesNotHaveDuplicates();
    }
}

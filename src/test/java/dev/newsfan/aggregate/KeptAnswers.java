package dev.newsfan.aggregate;

import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Reply;
import dev.newsfan.news.Article;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.FetchResult;
import dev.newsfan.policy.SourceAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Answers as a source serves them from what it keeps. */
final class KeptAnswers {

    private KeptAnswers() {}

    /** What a source has delivered. */
    static FetchResult result(String source, int articles) {
        return new FetchResult(
                IntStream.range(0, articles)
                        .mapToObj(i -> new Article(
                                "Title " + i, "https://" + source + ".example/" + i, Optional.empty(), "", source))
                        .toList(),
                0);
    }

    static SourceAnswer fresh(FetchResult result, Duration freshFor) {
        return SourceAnswer.of(result).freshFor(freshFor);
    }

    static SourceAnswer fresh(FetchResult result) {
        return fresh(result, Duration.ofMinutes(1));
    }

    static SourceAnswer stale(FetchResult result) {
        return SourceAnswer.of(result).stale(FailureReason.status(500));
    }

    /** These answers of one source after the other. */
    static List<Reply<SourceAnswer>> replies(SourceAnswer... answers) {
        return IntStream.range(0, answers.length)
                .mapToObj(i -> reply("source-" + i, new Outcome.Ok<>(answers[i])))
                .toList();
    }

    static Reply<SourceAnswer> reply(String name, Outcome<SourceAnswer> outcome) {
        return new Reply<>(name, outcome, Duration.ZERO, Duration.ZERO, "main");
    }
}

package dev.newsfan.aggregate;

import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.Call;
import dev.newsfan.fanout.CancellationToken;
import dev.newsfan.fanout.FanOut;
import dev.newsfan.fanout.Modes;
import dev.newsfan.fanout.Reply;
import dev.newsfan.policy.CacheHeaders;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.source.Source;
import dev.newsfan.source.Sources;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Asks each source once, for who wants to know whether the configuration is right. */
@Singleton
@Unremovable
public class SourceCheck {

    /** So that each has all of its timeout. */
    private static final Duration SPARE = Duration.ofSeconds(1);

    private final Sources sources;
    private final Modes modes;

    SourceCheck(Sources sources, Modes modes) {
        this.sources = sources;
        this.modes = modes;
    }

    /**
     * How a source answered.
     *
     * @param report as a digest would have it
     * @param format how it writes its answer
     * @param newest when its newest article was published; empty if nobody knows
     * @param headers what it says of the reuse of its answer
     * @param movedTo where it says that it has moved for good, without a query; empty if it hasn't
     */
    public record Checked(
            SourceReport report,
            String format,
            Optional<Instant> newest,
            CacheHeaders headers,
            Optional<String> movedTo) {}

    /** Asks all at once, whatever is kept, and blocks until all have answered or their times are over. */
    public List<Checked> ask() throws InterruptedException {
        List<Source> asked = sources.inOrder();
        Duration longest =
                asked.stream().map(Source::timeout).max(Duration::compareTo).orElse(Duration.ZERO);
        List<Call<SourceAnswer>> calls = asked.stream()
                .map(source -> new Call<>(source.name(), source.timeout(), () -> source.ask(Question.NONE)))
                .toList();
        List<Reply<SourceAnswer>> replies = modes.virtual()
                .ask(new FanOut<>(calls, Budget.startingNow(longest.plus(SPARE))), new CancellationToken());
        return IntStream.range(0, asked.size())
                .mapToObj(i -> checked(asked.get(i), replies.get(i)))
                .toList();
    }

    private static Checked checked(Source source, Reply<SourceAnswer> reply) {
        CacheHeaders headers =
                SourceReport.answer(reply).map(SourceAnswer::headers).orElse(CacheHeaders.NONE);
        return new Checked(
                SourceReport.of(reply),
                source.formatFound().orElseGet(source::format),
                source.newestArticle(),
                headers,
                source.movedTo());
    }
}

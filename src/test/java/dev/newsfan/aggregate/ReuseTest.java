package dev.newsfan.aggregate;

import static dev.newsfan.aggregate.KeptAnswers.fresh;
import static dev.newsfan.aggregate.KeptAnswers.replies;
import static dev.newsfan.aggregate.KeptAnswers.reply;
import static dev.newsfan.aggregate.KeptAnswers.stale;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Reply;
import dev.newsfan.policy.FetchResult;
import dev.newsfan.policy.SourceAnswer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReuseTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final SourceAnswer FRESH = fresh(FetchResult.NONE, MINUTE);

    @Test
    void thePartThatIsFreshForTheLeastTimeDecides() {
        SourceAnswer shorter = fresh(FetchResult.NONE, Duration.ofSeconds(7));

        assertThat(Reuse.of(replies(FRESH, shorter, FRESH), List.of(HOUR, HOUR, MINUTE)))
                .isEqualTo(new Reuse(Duration.ofSeconds(7), MINUTE));
    }

    @Test
    void aSourceThatNeverServesStaleAnswersLeavesNoTimeForThat() {
        assertThat(Reuse.of(replies(FRESH, FRESH), List.of(HOUR, Duration.ZERO)))
                .isEqualTo(new Reuse(MINUTE, Duration.ZERO));
    }

    static Stream<List<Reply<SourceAnswer>>> repliesOfWhichTheNextRequestMayGetMore() {
        return Stream.of(
                replies(FRESH, SourceAnswer.NONE),
                replies(FRESH, stale(FetchResult.NONE)),
                List.of(replies(FRESH).getFirst(), reply("late", new Outcome.Timeout<>(MINUTE, false))),
                List.of());
    }

    @ParameterizedTest
    @MethodSource("repliesOfWhichTheNextRequestMayGetMore")
    void whatIsNotFreshInAllItsPartsIsNotUsedAgain(List<Reply<SourceAnswer>> replies) {
        assertThat(Reuse.of(replies, List.of(HOUR, HOUR))).isEqualTo(Reuse.NONE);
    }
}

package dev.newsfan.aggregate;

import static dev.newsfan.aggregate.KeptAnswers.fresh;
import static dev.newsfan.aggregate.KeptAnswers.replies;
import static dev.newsfan.aggregate.KeptAnswers.reply;
import static dev.newsfan.aggregate.KeptAnswers.result;
import static dev.newsfan.aggregate.KeptAnswers.stale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Reply;
import dev.newsfan.news.Article;
import dev.newsfan.policy.FetchResult;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.timeline.Step;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MergedArticlesTest {

    private static final int MAX_BYTES = 100_000;
    private static final NewsQuery QUERY = query("tram");
    private static final FetchResult WIRE = result("wire", 10);
    private static final FetchResult HERALD = result("herald", 10);

    private final MergedArticles merged =
            new MergedArticles(MAX_BYTES, Optional.empty(), new ObjectMapper().findAndRegisterModules());

    private static NewsQuery query(String word) {
        return new NewsQuery(List.of("wire", "herald"), Optional.of(word), 50);
    }

    private Merged make(NewsQuery query, List<Reply<SourceAnswer>> replies) {
        return merged.make(query, replies, List.of("wire", "herald"), Step.NONE);
    }

    @Test
    void theSameAnswersHaveTheSameMerge() {
        Merged first = make(QUERY, replies(fresh(WIRE), fresh(HERALD)));

        assertThat(merged.kept(QUERY, replies(fresh(WIRE), fresh(HERALD))))
                .hasValueSatisfying(kept -> assertThat(kept).isSameAs(first));
    }

    @Test
    void titlesCountIfTheConfigurationWantsIt() {
        List<Article> articles = Stream.of("wire", "herald")
                .map(source -> new Article(
                        "Bees on the roof", "https://" + source + ".example/", Optional.empty(), "", source))
                .toList();
        MergedArticles wanted = new MergedArticles(MAX_BYTES, Optional.of(0.7), new ObjectMapper());

        assertThat(merged.merge(articles, List.of("wire", "herald")).duplicates())
                .isZero();
        assertThat(wanted.merge(articles, List.of("wire", "herald")).duplicates())
                .isOne();
    }

    @Test
    void anAnswerOfTheSameWordsThatCameLaterIsAnother() {
        make(QUERY, replies(fresh(WIRE), fresh(HERALD)));

        assertThat(merged.kept(QUERY, replies(fresh(WIRE), fresh(result("herald", 10)))))
                .isEmpty();
    }

    @Test
    void aQueryHasItsNewestMergeAlone() {
        make(QUERY, replies(fresh(WIRE), fresh(HERALD)));
        long bytes = merged.bytes();
        FetchResult newer = result("herald", 10);
        make(QUERY, replies(fresh(WIRE), fresh(newer)));

        assertThat(merged.kept(QUERY, replies(fresh(WIRE), fresh(newer)))).isPresent();
        assertThat(merged.kept(QUERY, replies(fresh(WIRE), fresh(HERALD)))).isEmpty();
        assertThat(merged.bytes()).isEqualTo(bytes);
    }

    @Test
    void anotherQueryHasItsOwn() {
        make(QUERY, replies(fresh(WIRE), fresh(HERALD)));

        assertThat(merged.kept(query("train"), replies(fresh(WIRE), fresh(HERALD))))
                .isEmpty();
    }

    @Test
    void anotherFormOfTheSameIsKeptBesideIt() {
        NewsQuery inAnotherForm = QUERY.as((articles, json) -> new byte[] {'x'});
        List<Reply<SourceAnswer>> replies = replies(fresh(WIRE), fresh(HERALD));
        Merged json = make(QUERY, replies);
        Merged other = make(inAnotherForm, replies);

        assertThat(merged.kept(QUERY, replies)).containsSame(json);
        assertThat(merged.kept(inAnotherForm, replies)).containsSame(other);
        assertThat(other.articles().bytes()).isOne();
        assertThat(other.articles().hash()).isNotEqualTo(json.articles().hash());
    }

    static Stream<List<Reply<SourceAnswer>>> repliesThatAreNotAllFresh() {
        return Stream.of(
                replies(fresh(WIRE), SourceAnswer.of(HERALD)),
                replies(fresh(WIRE), stale(HERALD)),
                List.of(replies(fresh(WIRE)).getFirst(), reply("herald", new Outcome.Skipped<>())));
    }

    @ParameterizedTest
    @MethodSource("repliesThatAreNotAllFresh")
    void whatIsNotAllFreshIsNeitherKeptNorTaken(List<Reply<SourceAnswer>> replies) {
        make(QUERY, replies);

        assertThat(merged.bytes()).isZero();

        make(QUERY, replies(fresh(WIRE), fresh(HERALD)));
        assertThat(merged.kept(QUERY, replies)).isEmpty();
    }

    @Test
    void wordsOfCallersTakeNoMoreThanTheirPart() {
        List<Reply<SourceAnswer>> replies = replies(fresh(WIRE), fresh(HERALD));
        IntStream.range(0, 10_000).forEach(i -> make(query("word-" + i), replies));

        assertThat(merged.bytes()).isBetween(MAX_BYTES / 2L, (long) MAX_BYTES);
    }

    @Test
    void anAnswerThatWasReplacedIsNotHeld() {
        FetchResult old = result("wire", 10);
        WeakReference<FetchResult> held = new WeakReference<>(old);
        make(QUERY, replies(fresh(old), fresh(HERALD)));
        old = null;

        await().until(() -> {
            System.gc();
            return held.refersTo(null);
        });
    }
}

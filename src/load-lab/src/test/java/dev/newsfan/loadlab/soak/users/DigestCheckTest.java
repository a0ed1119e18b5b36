package dev.newsfan.loadlab.soak.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsfan.loadlab.soak.SoakArticle;
import dev.newsfan.loadlab.soak.SoakSource;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestCheckTest {

    private final DigestCheck check = new DigestCheck(0);

    /** Of the first answer of each source. */
    private static ObjectNode complete() {
        ObjectNode digest = JsonNodeFactory.instance.objectNode().put("complete", true);
        digest.putArray("sources");
        digest.putArray("articles");
        for (SoakSource source : SoakSource.values()) {
            digest.withArray("sources")
                    .addObject()
                    .put("name", source.word())
                    .put("outcome", "ok")
                    .put("articles", SoakArticle.PER_ANSWER);
            for (int index = 0; index < SoakArticle.PER_ANSWER; index++) {
                add(digest, new SoakArticle(source.word(), 1, index));
            }
        }
        return digest;
    }

    private static void add(ObjectNode digest, SoakArticle article) {
        digest.withArray("articles")
                .addObject()
                .put("title", article.title())
                .put("url", article.url())
                .put("published_at", article.publishedAt().toString())
                .put("summary", article.summary().substring(0, 100) + "…")
                .put("source", article.source());
    }

    /** The one with beta failed, which has no articles then. */
    private static ObjectNode failed(String outcome, String reason) {
        ObjectNode digest = complete().put("complete", false);
        ((ObjectNode) digest.at("/sources/1")).put("outcome", outcome).put("reason", reason);
        drop(digest, "beta", 0);
        return digest;
    }

    private static void drop(ObjectNode digest, String source, int fromIndex) {
        var articles = digest.putArray("articles");
        StreamSupport.stream(complete().path("articles").spliterator(), false)
                .filter(article -> !article.path("source").asText().equals(source)
                        || Integer.parseInt(article.path("url").asText().replaceFirst(".*/", "")) < fromIndex)
                .forEach(articles::add);
    }

    @Test
    void acceptsOneAnswerOfEachSource() {
        assertThat(check.problems(complete())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "timeout, 'no complete answer within 1.0 s, its timeout'",
        "skipped, 'not asked'",
        "error, 'it answered with status 429: it has been asked too often'",
        "error, 'it broke off the connection before its answer was complete'"
    })
    void acceptsAFailureThatASourceHas(String outcome, String reason) {
        assertThat(check.problems(failed(outcome, reason))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"it answered with status 500", "its answer is larger than 256 KB (max-size)"})
    void findsAFailureThatIsAnothersAlone(String reason) {
        assertThat(check.problems(failed("error", reason)))
                .singleElement()
                .asString()
                .contains("beta", reason);
    }

    @Test
    void findsAnAnswerThatWasInAnotherDigest() {
        check.problems(complete());

        assertThat(check.problems(complete()))
                .hasSize(SoakSource.values().length)
                .contains("alpha's answer 1 was in another digest already");
    }

    /** What beta's report says. */
    private static ObjectNode beta(ObjectNode digest) {
        return (ObjectNode) digest.at("/sources/1");
    }

    /** The one in which an older answer serves for beta. */
    private static ObjectNode stale(double age, String code, String reason) {
        ObjectNode digest = complete().put("complete", false);
        beta(digest).put("stale", true).put("age", age).put("code", code).put("reason", reason);
        beta(digest).putArray("policies").add("stale");
        return digest;
    }

    @Nested
    class WherePoliciesKeepAnswers {

        private final DigestCheck check = new DigestCheck(2);

        @ParameterizedTest
        @ValueSource(strings = {"fresh", "shared", "revalidated"})
        void oneMayServeAgainIfItIsToldAsSuch(String policy) {
            ObjectNode again = complete();
            again.path("sources")
                    .forEach(
                            report -> ((ObjectNode) report).putArray("policies").add(policy));
            check.problems(complete());

            assertThat(check.problems(again)).isEmpty();
            assertThat(check.problems(complete())).hasSize(SoakSource.values().length);
        }

        @ParameterizedTest
        @CsvSource({
            "status_429, 'it answered with status 429: it has been asked too often'",
            "timeout, 'no complete answer within 1.0 s, its timeout'",
            "circuit_open, 'not asked for another 3 s; the last time: it answered with status 429'",
            "circuit_open, 'not asked for another 3 s; the last time: no complete answer in time'"
        })
        void oneMayBeStaleByAFailureThatTheSourceHas(String code, String reason) {
            assertThat(check.problems(stale(1.5, code, reason))).isEmpty();
        }

        @Test
        void findsAStaleOneByAFailureThatIsAnothersAlone() {
            assertThat(check.problems(stale(1.5, "status_500", "it answered with status 500")))
                    .containsExactly("beta never does this: ok, it answered with status 500");
        }

        @Test
        void findsOneThatIsTooOld() {
            assertThat(check.problems(stale(2.001, "status_429", "status 429")))
                    .singleElement()
                    .asString()
                    .startsWith("beta is older than 2.0 s");
        }

        @Test
        void findsAStaleOneThatDoesNotSayWhy() {
            ObjectNode digest = stale(1, "timeout", "late");
            beta(digest).remove("reason");

            assertThat(check.problems(digest)).singleElement().asString().startsWith("beta is stale, and doesn't say");
        }

        @Test
        void findsAnAgeOfOneThatIsOfNow() {
            ObjectNode digest = complete();
            beta(digest).put("age", 0.1);

            assertThat(check.problems(digest)).singleElement().asString().startsWith("beta has an age, and is of now");
        }

        @Test
        void findsADigestThatIsCalledCompleteThoughAPartIsStale() {
            assertThat(check.problems(stale(1, "status_429", "status 429").put("complete", true)))
                    .containsExactly("it says complete: true");
        }
    }

    @Test
    void findsAnAnswerThatServesAgainThoughNothingIsKept() {
        ObjectNode digest = complete();
        beta(digest).putArray("policies").add("shared");

        assertThat(check.problems(digest)).singleElement().asString().startsWith("beta has served before");
    }

    @Test
    void findsAnArticleThatIsMissing() {
        ObjectNode digest = complete();
        drop(digest, "alpha", 9);

        assertThat(check.problems(digest)).containsExactly("alpha has 9 articles, of the answers [1]");
    }

    @Test
    void findsAnArticleOfAnotherAnswer() {
        ObjectNode digest = complete();
        drop(digest, "alpha", 9);
        add(digest, new SoakArticle("alpha", 2, 9));

        assertThat(check.problems(digest))
                .singleElement()
                .asString()
                .startsWith("alpha has 10 articles, of the answers");
    }

    @Test
    void findsAnArticleThatNobodyWrote() {
        ObjectNode digest = complete();
        ((ObjectNode) digest.at("/articles/0")).put("title", "alpha reports no. 1 of answer 1");

        assertThat(check.problems(digest)).anyMatch(problem -> problem.startsWith("alpha has never written"));
    }

    @Test
    void findsArticlesOfAnAnswerThatWasAFault() {
        ObjectNode digest = failed("ok", "");
        for (int index = 0; index < SoakArticle.PER_ANSWER; index++) {
            add(digest, new SoakArticle("beta", 0, index));
        }

        assertThat(check.problems(digest)).anyMatch(problem -> problem.startsWith("beta has never written"));
    }

    @Test
    void findsArticlesOfASourceThatFailed() {
        ObjectNode digest = failed("timeout", "late");
        add(digest, new SoakArticle("beta", 1, 0));

        assertThat(check.problems(digest)).containsExactly("beta is timeout, and has 1 articles");
    }

    @Test
    void findsASourceThatHasNoReport() {
        ObjectNode digest = complete();
        digest.withArray("sources").remove(5);

        assertThat(check.problems(digest)).singleElement().asString().startsWith("its sources are");
    }

    @Test
    void findsADigestThatIsCalledComplete() {
        assertThat(check.problems(failed("skipped", "").put("complete", true)))
                .containsExactly("it says complete: true");
    }
}

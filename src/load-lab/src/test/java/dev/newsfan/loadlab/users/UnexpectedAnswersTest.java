package dev.newsfan.loadlab.users;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsfan.loadlab.LoadLabException;
import dev.newsfan.loadlab.users.ResponseLog.ResponseSample;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What users may not get where nothing is to go wrong. */
class UnexpectedAnswersTest {

    private static final ResponseSample GOOD = answer(200, true);

    private final UnexpectedAnswers unexpected = new UnexpectedAnswers();

    private static ResponseSample answer(int status, boolean complete) {
        return new ResponseSample(2000, 1000, status, complete);
    }

    @Test
    void completeAnswersAreAsTheyShould() {
        unexpected.look("sync, 10 users", List.of(GOOD, GOOD));

        assertThatCode(unexpected::requireNone).doesNotThrowAnyException();
    }

    @Test
    void allOthersAreCounted() {
        unexpected.look("sync, 10 users", List.of(GOOD));
        unexpected.look(
                "async, 10 users",
                List.of(
                        answer(304, true),
                        GOOD,
                        answer(304, true),
                        answer(503, false),
                        answer(0, true),
                        answer(200, false)));

        assertThatThrownBy(unexpected::requireNone)
                .isInstanceOf(LoadLabException.class)
                .hasMessage(
                        "Users got other answers than they should:\n"
                                + "- async, 10 users: 1 broken off, 2 with status 304, 1 with status 503, 1 without all sources; answers in all: 6");
    }

    @Test
    void aStepWithoutAnyAnswerIsNone() {
        unexpected.look("sync, 10 users", List.of());
        unexpected.look("bare, 10 users", List.of());

        assertThatThrownBy(unexpected::requireNone)
                .hasMessageEndingWith("\n- sync, 10 users: none at all\n- bare, 10 users: none at all");
    }
}

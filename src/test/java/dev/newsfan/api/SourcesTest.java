package dev.newsfan.api;

import static dev.newsfan.api.JsonFeeds.item;
import static dev.newsfan.http.Answers.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code /sources} says of how each source stands. */
@QuarkusTest
@TestProfile(ContractProfile.class)
class SourcesTest {

    RawUpstream raw;

    @BeforeEach
    void haveASourceThatAnswers() {
        raw.answerFeed(item("Raw", "https://raw.example/1", "2026-11-20T01:00:00Z"));
    }

    private static JsonPath overview() {
        return json(given().get("/sources"), 200);
    }

    private static int calls() {
        return overview().getInt("sources.find { it.name == 'raw' }.state.calls");
    }

    @Test
    void tellHowOftenEachHasBeenAsked() {
        int before = calls();
        int asked = raw.requests();

        json(given().get("/async-news?sources=raw"), 200);
        json(given().get("/virtual-news?sources=raw"), 200);

        assertThat(calls() - before).isEqualTo(raw.requests() - asked).isEqualTo(2);
    }

    @Test
    void tellWhatIsKeptOfTheirAnswers() {
        given().get("/race?modes=async&sources=raw&cache=true").asString();

        JsonPath overview = overview().setRootPath("sources.find { it.name == 'raw' }.state");

        assertThat(overview.getString("answer")).isEqualTo("old");
        assertThat(overview.getDouble("age")).isBetween(0.0, 60.0);
        assertThat(overview.getString("breaker")).isEqualTo("closed");
        assertThat(overview.getMap("")).doesNotContainKeys("retry_after", "rate_left");
    }

    @Test
    void tellThatNothingIsKeptOfOneThatNeverAnswered() {
        given().get("/async-news?sources=refused");

        assertThat(overview().getMap("sources.find { it.name == 'refused' }.state"))
                .containsEntry("answer", "none")
                .doesNotContainKey("age");
    }

    @Test
    void tellTheFormatAsItIsConfiguredAndNoKey() {
        JsonPath overview = overview();

        assertThat(overview.getString("sources.find { it.name == 'raw' }.format"))
                .isEqualTo("json-feed");
        assertThat(overview.getString("sources.find { it.name == 'h2' }.format"))
                .isEqualTo("auto");
        assertThat(overview.prettify()).doesNotContain(ContractProfile.KEY);
    }

    @Test
    void tellWhetherTheConfigurationKeepsAnswers() {
        assertThat(overview().getBoolean("cached")).isFalse();
    }
}

package dev.newsfan.api;

import static dev.newsfan.api.JsonFeeds.item;
import static dev.newsfan.http.Answers.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
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
    void tellHowTheLastCallWent() {
        json(given().get("/async-news?sources=raw"), 200);

        JsonPath raw = overview().setRootPath("sources.find { it.name == 'raw' }");

        assertThat(raw.getMap("last")).containsEntry("outcome", "ok").containsEntry("articles", 1);
        assertThat(Instant.parse(raw.getString("last.at")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(raw.getString("newest")).isEqualTo("2026-11-20T01:00:00Z");
        assertThat(raw.getDouble("average_time")).isBetween(0.0, 60.0);
    }

    @Test
    void tellWhyTheLastCallFailed() {
        given().get("/async-news?sources=refused");

        assertThat(overview().getMap("sources.find { it.name == 'refused' }.last"))
                .containsEntry("outcome", "error")
                .containsEntry("code", "not_connected")
                .containsKey("reason");
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

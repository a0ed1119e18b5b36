package dev.newsfan.devstubs;

import static dev.newsfan.http.Answers.json;
import static dev.newsfan.http.Answers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The faults that the stubs of dev mode can be given. */
@QuarkusTest
@Tag("long")
class StubFaultTest {

    @AfterEach
    void backToNormal() {
        for (String source : new String[] {"world-wire", "science-feed", "city-herald"}) {
            change(source, "normal");
        }
    }

    @Test
    void isChosenForEachSourceAndChangesItsAnswers() {
        change("world-wire", "fail");
        change("science-feed", "faster");

        JsonPath digest = json(given().get("/async-news?sources=world-wire,science-feed"), 200);

        assertThat(digest.getList("sources.outcome")).containsExactly("error", "ok");
        assertThat(digest.getString("sources[0].reason")).contains("status 500");
        assertThat(faults()).containsExactly("fail", "faster", "normal");
    }

    @Test
    void makesASourceFasterThanTheOthers() {
        change("world-wire", "faster");

        JsonPath digest = json(given().get("/async-news?sources=world-wire,science-feed"), 200);

        assertThat(digest.getDouble("sources[1].elapsed") / digest.getDouble("sources[0].elapsed"))
                .isGreaterThan(2);
    }

    @Test
    void goesBackToNormal() {
        change("world-wire", "drip");
        change("world-wire", "fail");
        change("world-wire", "normal");

        assertThat(faults()).containsExactly("normal", "normal", "normal");
        assertThat(json(given().get("/async-news?sources=world-wire"), 200).getList("articles"))
                .hasSize(10);
    }

    @Test
    void isRefusedIfThereIsNoneOfThatName() {
        Response answer = given().put("/sources/world-wire/trouble?kind=explode");

        assertThat(problem(answer, 400).getString("detail")).contains("allowed: faster, slower, fail, drip, normal");
    }

    @Test
    void isRefusedIfThereIsNoSourceOfThatName() {
        Response answer = given().put("/sources/nobody/trouble?kind=fail");

        assertThat(problem(answer, 404).getString("detail")).contains("\"nobody\"");
    }

    private static List<String> faults() {
        return given().get("/sources").jsonPath().getList("sources.trouble");
    }

    private static void change(String source, String kind) {
        json(given().put("/sources/" + source + "/trouble?kind=" + kind), 200);
    }
}

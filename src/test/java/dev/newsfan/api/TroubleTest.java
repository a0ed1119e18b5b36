package dev.newsfan.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TroubleTest {

    @AfterEach
    void backToNormal() {
        for (String source : new String[] {"world-wire", "science-feed", "city-herald"}) {
            trouble(source, "normal");
        }
    }

    @Test
    void isChosenForEachSourceAndChangesItsAnswers() {
        trouble("world-wire", "fail");
        trouble("science-feed", "faster");

        given().get("/async-news?sources=world-wire,science-feed")
                .then()
                .statusCode(200)
                .body("sources.outcome", contains("error", "ok"))
                .body("sources[0].reason", containsString("status 500"));
        given().get("/sources").then().body("sources.trouble", contains("fail", "faster", "normal"));
    }

    @Test
    void makesASourceFasterThanTheOthers() {
        trouble("world-wire", "faster");

        var digest = given().get("/async-news?sources=world-wire,science-feed").jsonPath();

        assertThat(digest.getDouble("sources[1].elapsed") / digest.getDouble("sources[0].elapsed"))
                .isGreaterThan(2);
    }

    @Test
    void goesBackToNormal() {
        trouble("world-wire", "drip");
        trouble("world-wire", "fail");
        trouble("world-wire", "normal");

        given().get("/sources").then().body("sources.trouble", contains("normal", "normal", "normal"));
        given().get("/async-news?sources=world-wire").then().statusCode(200).body("articles.size()", equalTo(10));
    }

    @Test
    void isRefusedByNameIfThereIsNoSuchTroubleOrSource() {
        given().put("/sources/world-wire/trouble?kind=explode")
                .then()
                .statusCode(400)
                .body("detail", containsString("allowed: faster, slower, fail, drip, normal"));
        given().put("/sources/nobody/trouble?kind=fail")
                .then()
                .statusCode(404)
                .body("detail", containsString("\"nobody\""));
    }

    @Test
    void pageAndCodeCarryTheHeadersThatKeepThemSafeAndSwaggerUiDoesNot() {
        for (String path : new String[] {"/", "/modes/SyncMode.java", "/sources"}) {
            given().get(path)
                    .then()
                    .statusCode(200)
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer");
        }
        assertThat(given().get("/").header("Content-Security-Policy")).doesNotContain("unsafe-inline");
        assertThat(given().get("/q/swagger-ui/").header("Content-Security-Policy"))
                .isNull();
    }

    private static void trouble(String source, String kind) {
        given().put("/sources/" + source + "/trouble?kind=" + kind).then().statusCode(200);
    }
}

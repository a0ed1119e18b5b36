package dev.newsfan.api;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.newsfan.http.Answers.json;
import static dev.newsfan.http.Answers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be asked, and what is said to those who ask for something else. */
interface QueryContract extends ModeUnderTest {

    @Test
    default void asksAllSourcesThatAreEnabledUnlessToldOtherwise() {
        assertThat(json(get(), 200).getList("sources.name"))
                .containsExactly(
                        "world-wire",
                        "science-feed",
                        "city-herald",
                        "hasty",
                        "raw",
                        "raw-hasty",
                        "refused",
                        "h2",
                        "refused-too");
    }

    @Test
    default void asksOnlyTheSourcesThatAreWanted() {
        JsonPath digest = json(get("sources", "science-feed"), 200);

        assertThat(digest.getList("sources.name")).containsExactly("science-feed");
        assertThat(digest.getList("articles")).hasSize(10);
        wireMock().verifyThat(0, getRequestedFor(urlPathEqualTo(DevSource.WORLD_WIRE.path)));
    }

    @Test
    default void keepsTheArticlesThatMentionAWordAndThenLimitsThem() {
        JsonPath digest = json(get("sources", DevSource.ALL, "q", "TRAM", "limit", 1), 200);

        assertThat(digest.getList("articles")).hasSize(1);
        assertThat(digest.getString("articles[0].title")).contains("tram");
        assertThat(digest.getInt("duplicates")).isEqualTo(4);
    }

    @Test
    default void countsNoBlanksAroundAWord() {
        json(get("sources", "world-wire", "q", "a" + " ".repeat(100)), 200);
        JsonPath problem = problem(get("sources", "world-wire", "q", " " + "a".repeat(101) + " "), 400);

        assertThat(problem.getString("detail")).contains("has 101 characters; allowed: 1 to 100");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "200, 10"})
    default void acceptsTheSmallestAndTheLargestLimit(int limit, int articles) {
        JsonPath digest = json(get("sources", "world-wire", "limit", limit), 200);

        assertThat(digest.getList("articles")).hasSize(articles);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limit=0             | limit   | The parameter "limit" is "0"; allowed: a whole number from 1 to 200.
            limit=201           | limit   | The parameter "limit" is "201"; allowed: a whole number from 1 to 200.
            limit=-1            | limit   | The parameter "limit" is "-1"; allowed: a whole number from 1 to 200.
            limit=ten           | limit   | The parameter "limit" is "ten"; allowed: a whole number from 1 to 200.
            limit=99999999999   | limit   | The parameter "limit" is "99999999999"; allowed: a whole number from 1 to 200.
            limit=              | limit   | The parameter "limit" is ""; allowed: a whole number from 1 to 200.
            limit=5&limit=6     | limit   | The parameter "limit" is given 2 times; allowed: once.
            q=                  | q       | The word "q" has 0 characters; allowed: 1 to 100.
            q=%20%20            | q       | The word "q" has 0 characters; allowed: 1 to 100.
            sources=nobody      | sources | There is no source "nobody"; allowed: world-wire, science-feed, city-herald,
            sources=            | sources | There is no source ""; allowed: world-wire,
            sources=raw,        | sources | There is no source ""; allowed: world-wire,
            sources=raw,raw     | sources | The source "raw" is named twice; allowed: once.
            sources=raw&sources=h2 | sources | Separate names by commas.
            Limit=5             | Limit   | There is no parameter "Limit"; allowed: sources, q, limit, explain.
            """)
    default void refusesBadParametersAndSaysWhatIsAllowed(String query, String parameter, String detail) {
        JsonPath problem = problem(given().urlEncodingEnabled(false).get(path() + "?" + query), 400);

        assertThat(problem.getString("type")).isEqualTo("about:blank");
        assertThat(problem.getString("title")).isEqualTo("Bad Request");
        assertThat(problem.getInt("status")).isEqualTo(400);
        assertThat(problem.getString("parameter")).isEqualTo(parameter);
        assertThat(problem.getString("detail")).contains(detail);
    }

    @ParameterizedTest
    @CsvSource({"?q=%zz, %zz", "?limit=5&q=a%2, %2", "?q=a|b, |b"})
    default void saysWhatIsWrongWithAnAddressThatIsNone(String query, String wrong) throws IOException {
        try (Socket client = new Socket(service().getHost(), service().getPort())) {
            send(client, query);
            client.shutdownOutput();

            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("application/problem+json", "\"parameter\":\"q\"")
                    .contains("The parameter \\\"q\\\" can't be read at \\\"" + wrong);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    default void isReadOnly(String method) {
        Response answer = given().request(method, path());

        problem(answer, 405);
        assertThat(answer.header("Allow")).contains("GET");
    }
}

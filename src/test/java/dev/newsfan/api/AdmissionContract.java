package dev.newsfan.api;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.newsfan.api.JsonFeeds.item;
import static dev.newsfan.http.Answers.json;
import static dev.newsfan.http.Answers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How requests come in, two at a time here, and how they end. */
interface AdmissionContract extends ModeUnderTest {

    @Test
    default void refusesOneRequestTooManyAtOnce() throws IOException {
        raw().stall();
        List<Socket> clients = new ArrayList<>();
        try {
            for (int requests = 1; requests <= 2; requests++) {
                int expected = requests;
                clients.add(new Socket(service().getHost(), service().getPort()));
                send(clients.getLast(), "?sources=raw");
                await().untilAsserted(() -> assertThat(raw().requests()).isEqualTo(expected));
            }

            Response answer = get("sources", "world-wire");

            JsonPath problem = problem(answer, 503);
            assertThat(answer.header("Retry-After")).matches("[1-9]\\d*");
            assertThat(answer.headers().getValues("Cache-Control")).containsExactly("no-store");
            assertThat(problem.getString("detail")).contains("2 requests are at work in " + mode() + " mode");
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
        RequestsAtWork.awaitNoneIn(mode());
        json(get("sources", "world-wire"), 200);
    }

    @Test
    default void cancelsTheCallAndAsksNobodyElseWhenTheClientLeaves() throws IOException {
        raw().stall();
        try (Socket client = new Socket(service().getHost(), service().getPort())) {
            // One after another, raw comes before h2, which must not be asked any more.
            send(client, "?sources=raw,h2");
            await().untilAsserted(() -> assertThat(raw().requests()).isEqualTo(1));
        }

        await().untilAsserted(() -> assertThat(raw().hangUps()).isEqualTo(1));
        RequestsAtWork.awaitNoneIn(mode());
        raw().answerFeed(item("After", "https://raw.example/after", "2026-11-20T01:00:00Z"));
        json(get("sources", "raw"), 200);
        if (sequential()) {
            wireMock().verifyThat(0, getRequestedFor(urlPathEqualTo("/h2")));
        }
    }

    @Test
    @Tag(PATIENCE)
    default void makesRoomAgainAfterEachRequestHoweverItEnds() {
        raw().stall();
        for (String query : List.of("sources=world-wire", "sources=refused", "sources=raw-hasty", "limit=0")) {
            for (int request = 1; request <= 3; request++) {
                assertThat(given().get(path() + "?" + query).statusCode()).isNotEqualTo(503);
            }
        }
        RequestsAtWork.awaitNoneIn(mode());
    }
}

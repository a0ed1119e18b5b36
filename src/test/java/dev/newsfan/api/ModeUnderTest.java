package dev.newsfan.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.restassured.RestAssured.given;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One mode of a running service, the sources that it asks, and what a part of the contract does with them. */
interface ModeUnderTest {

    /** Marks what takes its time: a jar isn't held against that once more, a native executable is. */
    String PATIENCE = "patience";

    /** The mode's name, as it stands in the path and in the digest. */
    String mode();

    /** What the names of the threads look like on which the mode waits for answers or receives them. */
    String threads();

    /** The outcomes, and if one is a timeout its reason, when three sources take 0.9 s each and the budget is 1.5 s. */
    List<String> outcomesWhenTheBudgetCoversOneAndAHalf();

    /** Whether a source is only asked when the one before has answered. */
    boolean sequential();

    URI service();

    /** Where {@link #stub} and the sources of dev mode live. */
    WireMock wireMock();

    /** The sources {@code raw} and {@code raw-hasty}. */
    RawUpstream raw();

    default String path() {
        return "/" + mode() + "-news";
    }

    /** Asks the mode. */
    default Response get(Object... query) {
        var request = given();
        for (int i = 0; i < query.length; i += 2) {
            request = request.queryParam((String) query[i], query[i + 1]);
        }
        return request.get(path());
    }

    /** Sends a request, and leaves reading the answer to whoever holds the socket. */
    default void send(Socket client, String query) throws IOException {
        String request = "GET " + path() + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    default void stub(String path, ResponseDefinitionBuilder response) {
        wireMock().register(WireMock.get(urlPathEqualTo(path)).willReturn(response));
    }

    static ResponseDefinitionBuilder feed(String... items) {
        return aResponse().withHeader("Content-Type", "application/feed+json").withBody(JsonFeeds.of(items));
    }
}

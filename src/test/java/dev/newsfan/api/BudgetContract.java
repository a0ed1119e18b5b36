package dev.newsfan.api;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.newsfan.http.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How the budget of a request, which is 1.5 s here, bounds what its sources may take. */
interface BudgetContract extends ModeUnderTest {

    @Test
    @Tag(PATIENCE)
    default void keepsTheBudgetAndSkipsWhatItNoLongerCovers() {
        for (DevSource source : DevSource.values()) {
            wireMock().register(source.answering(source.articles().withFixedDelay(900)));
        }

        JsonPath digest = json(get("sources", DevSource.ALL), 200);

        assertThat(digest.getList("sources.outcome")).isEqualTo(outcomesWhenTheBudgetCoversOneAndAHalf());
        if (sequential()) {
            assertThat(digest.getString("sources[1].reason")).contains("left of the request's budget");
            assertThat(digest.getString("sources[2].reason")).contains("not asked");
            assertThat(digest.getDouble("sources[2].elapsed")).isZero();
            wireMock().verifyThat(0, getRequestedFor(urlPathEqualTo(DevSource.CITY_HERALD.path)));
        }
    }

    @Test
    @Tag(PATIENCE)
    default void keepsTheBudgetAlsoWhenABodyComesDropByDrop() {
        raw().answer(out -> {
            out.write(RawUpstream.head("Content-Length: 60000").getBytes(StandardCharsets.UTF_8));
            for (int drop = 0; drop < 600; drop++) {
                out.write(' ');
                // The drops are the fault itself: nothing in the test waits for them.
                LockSupport.parkNanos(10_000_000);
            }
        });

        // Its timeout is 5 s, the budget 1.5 s, and all drops would take 6 s.
        JsonPath digest = json(get("sources", "world-wire,raw"), 200);

        assertThat(digest.getString("sources[1].outcome")).isEqualTo("timeout");
        assertThat(digest.getString("sources[1].reason")).contains("left of the request's budget");
        assertThat(digest.getDouble("total_time")).isBetween(1.4, 4.0);
        await().untilAsserted(() -> assertThat(raw().hangUps()).isEqualTo(1));
    }
}

package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the page says when sources fail, when there is no room, and when nobody answers. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class FailureTest extends PageTest {

    private static final String ALL = ".*";
    private static final Pattern RACE_STREAM = Pattern.compile("/race\\?");
    private static final Pattern SERVICE = Pattern.compile("/(sources$|race\\?|stream-news\\?)");

    @Nested
    @TestProfile(PageProfile.class)
    class OfEverySource {

        @Test
        void isNamedWithItsReason() {
            stubs.answer(ALL, WireMock.aResponse().withStatus(500));
            visit("/");
            race();

            assertThat(newsStatus())
                    .containsText("0 articles. 12 of 12 sources failed. No source gave an answer that could be used");
            for (String source : List.of(StubbedSources.WORLD_WIRE, "more-9")) {
                assertThat(report(source)).containsText("failed: it answered with status 500");
            }
            assertThat(reports()).hasCount(1);
            assertThat(reports().first()).isVisible();
            assertThat(result()).containsText("without an answer from any source");
            assertThat(calls(lane("Sync")).filter(new Locator.FilterOptions().setHasText("status 500")))
                    .hasCount(12);
        }

        @Test
        void mayBeThatNoneAnsweredInTime() {
            stubs.silent(ALL);
            visit("/");

            assertThat(newsStatus()).containsText("12 of 12 sources failed. No source answered in time");
            assertThat(report(StubbedSources.CITY_HERALD)).containsText("timed out");
        }

        @Test
        void isOverWhenTheyAreAskedAgainAndAnswer() {
            stubs.answer(ALL, WireMock.aResponse().withStatus(500));
            visit("/");
            Locator advice = region("The news").getByText("look at the network of the machine");
            assertThat(advice).isVisible();

            stubs.quick();
            button("Ask again").click();
            newsIsThere();

            assertThat(advice).not().isVisible();
            assertThat(articles().first()).isVisible();
        }
    }

    @Nested
    @TestProfile(PageProfile.class)
    class OfTheService {

        @Test
        void forWantOfRoomPassesByItself() throws IOException {
            expectComplaint("status of 503");
            stubs.silent("(" + String.join("|", StubbedSources.USUAL) + ")");
            try (ConcurrentVisitors _ = new ConcurrentVisitors(
                    service,
                    "/race?modes=sync,async&sources=" + String.join(",", StubbedSources.USUAL),
                    PageProfile.LIMIT)) {
                await().pollInterval(Duration.ofMillis(10))
                        .untilAsserted(() -> assertThat(atWork().get(1)).isEqualTo(PageProfile.LIMIT));
                page.navigate("/?modes=async");

                assertThat(newsStatus()).containsText("2 requests are at work in async mode, as many as it may hold");
                assertThat(newsStatus()).containsText("The page asks again by itself.");
                button("Start").click();
                assertThat(result()).containsText("as many as it may hold; try again in 1 s.");
            }
            stubs.quick();

            assertThat(articles().first()).isVisible();
            newsIsThere();
        }

        @Test
        void isToldAndPassesWhenItIsBack() {
            expectComplaint("ERR_CONNECTION_REFUSED");
            visit(RACE_OF_THREE);
            int before = articles().count();
            page.route(SERVICE, route -> route.abort("connectionrefused"));

            button("Start").click();
            assertThat(result()).containsText("The race broke off: the service is gone.");
            assertThat(serviceState())
                    .containsText("The service is gone: it does not answer. The page tries again by itself.");
            assertThat(button("Try now")).isVisible();
            button("Ask again").click();
            assertThat(newsStatus())
                    .containsText("The service is gone, and what it had sent until then is all there is.");
            assertThat(articles()).hasCount(before);

            page.unroute(SERVICE);
            assertThat(button("Try now")).not().isVisible();
            assertThat(serviceState()).not().containsText("gone");
            newsIsThere();
            assertThat(newsStatus()).not().containsText("gone");
            race();
            assertThat(result()).containsText("Sync took");
        }

        @Test
        void inTheMiddleOfARaceShowsWhereItStopped() {
            String start = new JsonObject(Map.of(
                            "modes", List.of("sync"), "sources", List.of("world-wire", "city-herald"), "budget", 10))
                    .encode();
            String asked =
                    new JsonObject(Map.of("mode", "sync", "source", "world-wire", "at", 0.001, "thread", "t")).encode();
            page.route(
                    RACE_STREAM,
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/event-stream")
                            .setBody("event:race\ndata:" + start + "\n\nevent:started\ndata:" + asked + "\n\n")));
            visit("/?modes=sync");

            race();

            assertThat(result()).containsText("The race broke off");
            assertThat(call(lane("Sync"), "world-wire")).containsText("stopped");
            assertThat(call(lane("Sync"), "city-herald")).containsText("not asked");
        }
    }

    @Nested
    @TestProfile(PageProfile.class)
    class OfSome {

        @Test
        void isNamedInOneLineThatOpens() {
            stubs.failing(StubbedSources.WORLD_WIRE);
            stubs.failing("more-9");
            visit("/");

            Locator line = region("The news").getByText("Failed: world-wire and more-9");
            assertThat(line).isVisible();
            assertThat(report("more-1")).not().isVisible();
            line.click();

            assertThat(report("more-1")).isVisible();
            assertThat(report("more-9")).containsText("world-wire, more-9 failed: it answered with status 500");
        }

        @Test
        void staysOpenOnceItHasBeenOpened() {
            stubs.failing(StubbedSources.WORLD_WIRE);
            visit("/");
            unfold();

            stubs.quick();
            button("Ask again").click();
            newsIsThere();

            assertThat(region("The news").getByText("What each source answered"))
                    .isVisible();
            assertThat(report(StubbedSources.WORLD_WIRE)).isVisible();
        }
    }

    private Locator reports() {
        return page.locator("#reports > li");
    }

    private Locator serviceState() {
        return region("State of the service").getByRole(AriaRole.STATUS);
    }
}

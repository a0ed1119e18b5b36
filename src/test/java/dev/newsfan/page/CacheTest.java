package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A race with a cache, and how the sources stand before and after it. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class CacheTest extends PageTest {

    /** A source that no other test races with a cache: what it answers is kept for a minute. */
    private static final String OF_A_RACE = StubbedSources.CITY_HERALD;

    @Test
    void asksEachSourceOnceAndThenNoMore() {
        stubs.after(Duration.ofMillis(300), OF_A_RACE);
        visit("/?modes=async,virtual&sources=" + OF_A_RACE);
        int before = callsMade();
        cache().check();
        race();

        assertThat(calls(lane("Async")).or(calls(lane("Virtual"))).filter(with("shared")))
                .hasCount(1);
        assertThat(state(OF_A_RACE))
                .containsText(Pattern.compile("kept for (less than )?\\d+\\ss, fresh · " + (before + 1)));

        race();
        assertThat(calls(lane("Async"))).containsText(Pattern.compile("10 articles.*kept for (less than )?\\d+\\ss"));
        assertThat(calls(lane("Virtual"))).hasAttribute("data-look", "kept");
        assertThat(lane("Virtual").locator(".bar").boundingBox().width).isGreaterThan(10);
        assertThat(state(OF_A_RACE)).containsText((before + 1) + " call");

        cache().uncheck();
        race();
        assertThat(calls(lane("Async"))).hasAttribute("data-look", "ok");
        assertThat(state(OF_A_RACE)).containsText((before + 3) + " calls made");
    }

    @Test
    void isInTheAddressAndTheLink() {
        visit("/?modes=async&sources=" + OF_A_RACE);
        assertThat(cache()).not().isChecked();

        cache().check();

        assertThat(page).hasURL(Pattern.compile("&cache=1$"));
        assertThat(page.getByText("Link that starts this race"))
                .hasAttribute("href", Pattern.compile("&cache=1&start=1#race$"));
        page.reload();
        newsIsThere();
        assertThat(cache()).isChecked();
        cache().uncheck();
        assertThat(page).not().hasURL(Pattern.compile("cache"));
    }

    @Test
    void canNotBeLeftOutWhereTheServiceKeepsAnswers() {
        page.route("**/sources", route -> answer(route, about(route).put("cached", true)));
        visit("/?modes=async&sources=" + OF_A_RACE);

        assertThat(cache()).isChecked();
        assertThat(cache()).isDisabled();
        assertThat(cache()).hasAccessibleDescription(Pattern.compile("^Always on here: .*fresh-for"));
        assertThat(page.getByText("Link that starts this race")).not().hasAttribute("href", Pattern.compile("cache"));
        race();
        assertThat(cache()).isDisabled();
    }

    @Test
    void saysHowASourceStandsThatIsLeftAlone() {
        List<String> states = List.of(
                "{'answer':'fresh','age':12.4,'breaker':'closed','rate_left':88,'calls':12}",
                "{'answer':'old','age':301,'breaker':'open','retry_after':7.2,'calls':1}",
                "{'answer':'none','breaker':'probing','retry_after':1,'calls':0}",
                "{'answer':'old','age':8000,'breaker':'closed','retry_after':30,'rate_left':0,'calls':100}");
        page.route("**/sources", route -> {
            JsonObject about = about(route);
            JsonArray sources = about.getJsonArray("sources");
            for (int i = 0; i < states.size(); i++) {
                sources.getJsonObject(i)
                        .put("state", new JsonObject(states.get(i).replace('\'', '"')));
            }
            answer(route, about);
        });
        visit("/");

        assertThat(state(StubbedSources.WORLD_WIRE))
                .hasText("world-wire kept for 12 s, fresh · 88 calls left · 12 calls made");
        assertThat(state(StubbedSources.SCIENCE_FEED))
                .hasText("science-feed kept for 5 min, no longer fresh · circuit open for another 8 s · 1 call made");
        assertThat(state(StubbedSources.CITY_HERALD))
                .hasText("city-herald nothing kept · circuit open, being tried · 0 calls made");
        assertThat(state("more-1"))
                .hasText("more-1 kept for 2 h, no longer fresh · left alone for another 30 s · no call left"
                        + " · 100 calls made");
    }

    private static JsonObject about(Route route) {
        return new JsonObject(route.fetch().text());
    }

    private static void answer(Route route, JsonObject about) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(about.encode()));
    }

    private Locator cache() {
        return checkbox("With a cache");
    }

    private Locator state(String source) {
        return page.locator("#states > li")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(source, new Page.GetByTextOptions().setExact(true))));
    }

    /** As the service says, which the page may ask a little later. */
    private static int callsMade() {
        return RestAssured.get("/sources")
                .jsonPath()
                .param("name", OF_A_RACE)
                .getInt("sources.find { it.name == name }.state.calls");
    }

    private static Locator.FilterOptions with(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}

package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** News that means harm, or is odd. The browser's policy is off here, so that the page's own care is what is tested. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class HostileNewsTest extends PageTest {

    private static final String IMAGE = "<img src=x onerror=\"window.harmed=1;alert(1)\">";
    private static final String SCRIPT = "</script><script>window.harmed=2</script>";
    private static final String QUOTES = "\"'`><svg onload=window.harmed=3> &amp; ${7*7} {{7*7}}";
    private static final String ARABIC = "أخبار اليوم من المدينة القديمة";
    private static final String EMOJI = "👩‍👩‍👧‍👦 🇺🇳 and ordinary words";
    private static final String ENDLESS = "Supercalifragilistic".repeat(25);
    private static final String ADDRESS = "https://news.example/";

    @Test
    void isTextIfASourceWroteIt() {
        withoutPolicy();
        stubs.articles(
                StubbedSources.SCIENCE_FEED,
                StubbedSources.article(IMAGE, ADDRESS + 1).put("summary", SCRIPT),
                StubbedSources.article(SCRIPT, ADDRESS + 2).put("summary", IMAGE),
                StubbedSources.article(QUOTES, ADDRESS + 3 + "?q=\"><img/src=x/onerror=window.harmed=4>"),
                StubbedSources.article("Follow me", "javascript:window.harmed=5"),
                StubbedSources.article("Me too", "data:text/html,<script>window.harmed=6</script>"));
        visit("/?source=" + StubbedSources.SCIENCE_FEED);

        assertThat(report(StubbedSources.SCIENCE_FEED)).containsText("3 articles, 2 dropped");
        assertThat(titles()).hasText(new String[] {QUOTES, SCRIPT, IMAGE});
        nothingIsHarmed();
    }

    @Test
    void isTextIfTheServiceWroteItAndLinksOnlyToTheWeb() {
        withoutPolicy();
        JsonArray articles = new JsonArray();
        Stream.of(
                        "javascript:window.harmed=1",
                        " JaVaScRiPt:window.harmed=1",
                        "data:text/html,x",
                        "vbscript:x",
                        "file:///x",
                        "",
                        "//x",
                        "nonsense",
                        ADDRESS)
                .map(url -> new JsonObject()
                        .put("title", IMAGE + url)
                        .put("url", url)
                        .put("published_at", IMAGE)
                        .put("summary", SCRIPT)
                        .put("source", IMAGE))
                .forEach(articles::add);
        JsonArray reports = new JsonArray()
                .add(new JsonObject()
                        .put("name", IMAGE)
                        .put("outcome", "error")
                        .put("articles", 0)
                        .put("dropped", 0)
                        .put("started", 0)
                        .put("elapsed", 0.1)
                        .put("reason", SCRIPT));
        JsonObject digest = new JsonObject()
                .put("mode", "async")
                .put("total_time", 0.1)
                .put("complete", false)
                .put("duplicates", 0)
                .put("sources", reports)
                .put("articles", articles);
        page.route(
                Pattern.compile("/stream-news\\?"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/event-stream")
                        .setBody("event:digest\ndata:" + digest.encode() + "\n\n")));
        visit("/");

        assertThat(articles()).hasCount(articles.size());
        assertThat(articles().getByRole(AriaRole.LINK)).hasCount(1);
        assertThat(articles().getByRole(AriaRole.LINK)).hasAttribute("href", ADDRESS);
        assertThat(report(IMAGE)).containsText(SCRIPT);
        nothingIsHarmed();
    }

    @Test
    void isTextIfItStandsInTheAddress() {
        withoutPolicy();
        visit("/?start=1&modes=" + encoded(IMAGE) + "&sources=" + encoded(SCRIPT) + "&q=" + encoded(QUOTES) + "&source="
                + encoded(IMAGE));

        assertThat(result()).containsText("This link names " + IMAGE);
        nothingIsHarmed();
    }

    @Test
    void fitsOnAPhoneWithOddTitles() {
        withoutPolicy();
        page.setViewportSize(390, 844);
        stubs.articles(
                StubbedSources.SCIENCE_FEED,
                StubbedSources.article(ENDLESS, ADDRESS + 1).put("summary", ENDLESS),
                StubbedSources.article("word ".repeat(100).strip(), ADDRESS + 2),
                StubbedSources.article(ARABIC, ADDRESS + 3),
                StubbedSources.article(EMOJI, ADDRESS + 4));
        visit("/?source=" + StubbedSources.SCIENCE_FEED);

        assertThat(title(ENDLESS)).hasText(ENDLESS);
        assertThat(title(ARABIC)).hasCSS("direction", "rtl");
        assertThat(title(EMOJI)).hasCSS("direction", "ltr");
        assertThat(title(EMOJI)).hasText(EMOJI);
        assertThat(scrollWidth()).isEqualTo(390);
    }

    private Locator titles() {
        return articles().getByRole(AriaRole.HEADING);
    }

    private Locator title(String text) {
        return titles().filter(new Locator.FilterOptions().setHasText(text));
    }

    private void nothingIsHarmed() {
        assertThat(page.evaluate("window.harmed")).isNull();
        assertThat(
                        number(
                                "document.querySelectorAll('main :is(img, script, iframe, object, [onerror], [onload])').length"))
                .isZero();
        assertThat(page.locator("main a").all())
                .allSatisfy(link -> assertThat((String) link.evaluate("link => link.protocol"))
                        .matches("https?:"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page says of what the policies did, in the news and in a race. The service's answers are made up. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class PolicyReportsTest extends PageTest {

    private static final Map<String, String> REPORTS = new LinkedHashMap<>();

    static {
        REPORTS.put("fresh", "'outcome':'ok','age':12.345,'policies':['fresh'],'elapsed':0");
        REPORTS.put(
                "stale",
                "'outcome':'ok','stale':true,'age':301,'policies':['stale'],'code':'status_503',"
                        + "'reason':'it answered with status 503','elapsed':0.8");
        REPORTS.put("shared", "'outcome':'ok','policies':['shared','retried'],'elapsed':0.7");
        REPORTS.put("hedged", "'outcome':'ok','policies':['hedged','hedge_won'],'elapsed':0.6");
        REPORTS.put("other", "'outcome':'ok','age':3,'policies':['from_replica','of_tomorrow'],'elapsed':0.1");
        REPORTS.put("same", "'outcome':'ok','policies':['revalidated'],'elapsed':0.2");
        REPORTS.put(
                "open",
                "'outcome':'error','code':'circuit_open','reason':'it has failed too often','retry_after':7.2,"
                        + "'elapsed':0");
        REPORTS.put(
                "busy",
                "'outcome':'error','code':'status_429','reason':'it answered with status 429: try it again in 30 s',"
                        + "'retry_after':30,'elapsed':0.3");
    }

    private void makeUpReports() {
        page.route(Pattern.compile("/stream-news\\?"), route -> answer(route, news()));
        page.route(Pattern.compile("/race\\?"), route -> answer(route, raceEvents()));
    }

    private static void answer(Route route, String events) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("text/event-stream").setBody(events));
    }

    private static String event(String name, String data) {
        return "event:" + name + "\ndata:" + data.replace('\'', '"') + "\n\n";
    }

    private static String report(Map.Entry<String, String> report) {
        return "'name':'" + report.getKey() + "','articles':10,'dropped':0,'started':0.001,'thread':'t',"
                + report.getValue();
    }

    private static String news() {
        StringBuilder sources = new StringBuilder();
        REPORTS.entrySet()
                .forEach(report -> sources.append(",{").append(report(report)).append('}'));
        return event(
                "digest",
                "{'mode':'async','total_time':1,'complete':false,'duplicates':0,'articles':[],'sources':["
                        + sources.substring(1) + "]}");
    }

    private static String raceEvents() {
        StringBuilder events = new StringBuilder(event(
                "race", "{'modes':['async'],'budget':10,'sources':['" + String.join("','", REPORTS.keySet()) + "']}"));
        REPORTS.entrySet()
                .forEach(report -> events.append(event(
                                "started",
                                "{'mode':'async','at':0.001,'thread':'t','source':'" + report.getKey() + "'}"))
                        .append(event(
                                "answered",
                                "{'mode':'async','source':'" + report.getKey() + "'," + report(report) + "}")));
        return events.append(event(
                        "summary", "{'mode':'async','total_time':0.9,'complete':false,'articles':60,'duplicates':0}"))
                .append(event("end", "{}"))
                .toString();
    }

    @Test
    void sayInTheNewsWhatThePoliciesDid() {
        makeUpReports();
        visit("/");

        assertThat(report("fresh")).hasText("fresh 10 articles, kept for 12 s");
        assertThat(report("stale")).hasText("stale stale: 10 articles from 5 min ago – it answered with status 503");
        assertThat(report("shared")).containsText("10 articles in 0.70 s, shared, asked again after a failure");
        assertThat(report("hedged"))
                .containsText("10 articles in 0.60 s, asked twice, and the second answer came first");
        assertThat(report("other"))
                .containsText("10 articles in 0.10 s, asked by another replica 3 s ago, of tomorrow");
        assertThat(report("same")).containsText("10 articles in 0.20 s, unchanged at the source");
        assertThat(report("open")).hasText("open not asked: it has failed too often; try again in 8 s");
        assertThat(report("busy")).hasText("busy failed: it answered with status 429: try it again in 30 s");
        assertThat(newsStatus()).containsText("2 of 8 sources failed. 1 of 8 sources stale.");
    }

    @Test
    void sayInARaceWhatThePoliciesDid() {
        makeUpReports();
        visit("/");
        race();

        assertThat(call(lane("Async"), "kept for 12 s")).hasAttribute("data-look", "kept");
        assertThat(call(lane("Async"), "stale: 10 articles")).hasAttribute("data-look", "stale");
        assertThat(call(lane("Async"), "stale: 10 articles"))
                .containsText("from 5 min ago – it answered with status 503");
        assertThat(call(lane("Async"), "shared, asked again after a failure")).hasAttribute("data-look", "ok");
        assertThat(call(lane("Async"), "not asked")).hasAttribute("data-look", "unasked");
        assertThat(call(lane("Async"), "not asked").locator(".time")).isEmpty();
        assertThat(result()).hasText(Pattern.compile("Async took .*, without 2 sources, with 1 stale answer\\."));
    }

    @Test
    void canBeReadByEverybodyAndOnEveryScreen() throws IOException {
        withoutPolicy();
        expectComplaint("Canvas2D");
        makeUpReports();
        visit("/");
        race();
        unfold();

        Axe.in(page).everyLookIsFreeOfViolations("with reports of policies");
        new Layout(page).isFlawlessInEveryFontAndWidth();
    }
}

package dev.newsfan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What the browser is told to allow. */
@QuarkusTest
@TestProfile(PageProfile.class)
@ConnectWireMock
class ContentSecurityTest extends PageTest {

    @Test
    void sendsTheHeadersThatKeepThePageSafe() {
        List<Response> answers = new CopyOnWriteArrayList<>();
        page.onResponse(answers::add);
        visit(RACE_OF_THREE + "&modes=async");
        race();
        button("Code of async").click();
        assertThat(page.getByText("package dev.newsfan.fanout;")).isVisible();

        assertThat(answers)
                .extracting(Response::url)
                .anyMatch(url -> url.endsWith(".css"))
                .anyMatch(url -> url.endsWith(".js"))
                .anyMatch(url -> url.endsWith("/AsyncMode.java"))
                .anyMatch(url -> url.contains("/race?"))
                .anyMatch(url -> url.contains("/stream-news?"));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.headerValue("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self';")
                    .doesNotContain("unsafe");
            assertThat(answer.headerValue("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.headerValue("Referrer-Policy")).isEqualTo("no-referrer");
        });
    }

    @Test
    void keepsInjectedScriptsFromRunning() {
        expectComplaint("Content Security Policy");
        visit("/");

        page.evaluate(
                "document.body.insertAdjacentHTML('beforeend', '<img src=data:, onerror=\"window.harmed = 1\">')");
        page.waitForCondition(
                () -> complaints().stream().anyMatch(complaint -> complaint.contains("Content Security Policy")));

        assertThat(page.evaluate("window.harmed")).isNull();
    }

    @Test
    void keepsThePageOutOfFrames() {
        expectComplaint("frame-ancestors|ERR_BLOCKED_BY_RESPONSE|Framing");
        page.route(
                "**/framing",
                route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody("<iframe src='/'></iframe>")));
        page.navigate("/framing");

        page.waitForCondition(() -> !complaints().isEmpty());
    }
}

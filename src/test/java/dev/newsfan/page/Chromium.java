package dev.newsfan.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The machine's own Chromium or Chrome, started once for all tests of the page. Where there is none, these tests are
 * skipped.
 */
final class Chromium implements ExecutionCondition, BeforeAllCallback {

    private static final Optional<Path> INSTALLED = find();
    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final Map<String, BrowserContext> CONTEXTS = new HashMap<>();

    private static boolean toldThatThereIsNone;
    private static Browser browser;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (INSTALLED.isPresent()) {
            return ConditionEvaluationResult.enabled("There is a browser");
        }
        String why = "The tests of the page are skipped: there is no Chromium on the PATH, and CHROMIUM names none.";
        if (!toldThatThereIsNone) {
            toldThatThereIsNone = true;
            System.out.println(why);
        }
        return ConditionEvaluationResult.disabled(why);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Chromium.class))
                .computeIfAbsent(Running.class, key -> new Running(), Running.class);
    }

    /** The context that pages share: they find each other's scripts in its cache, and leave nothing else there. */
    BrowserContext context(String service) {
        return CONTEXTS.computeIfAbsent(
                service, address -> browser.newContext(options().setBaseURL(address)));
    }

    /** The same without the Content-Security-Policy. */
    BrowserContext contextWithoutPolicy(String service) {
        return CONTEXTS.computeIfAbsent(
                "without policy " + service,
                key -> browser.newContext(options().setBaseURL(service).setBypassCSP(true)));
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setLocale("en");
    }

    /** The browser, and the process of Playwright that steers it. The end of the test run closes both. */
    private static final class Running implements AutoCloseable {

        private final Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

        Running() {
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(INSTALLED.orElseThrow())
                            .setArgs(QUIET));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    private static Optional<Path> find() {
        String named = System.getenv("CHROMIUM");
        return Stream.of(Stream.ofNullable(named).map(Path::of), onThePath(), usualPlaces())
                .flatMap(places -> places)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> onThePath() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)));
    }

    private static Stream<Path> usualPlaces() {
        Stream<String> macOs = Stream.of(
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
        Stream<String> windows = Stream.of("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")
                .map(System::getenv)
                .filter(folder -> folder != null)
                .map(folder -> folder + "/Google/Chrome/Application/chrome.exe");
        return Stream.concat(macOs, windows).map(Path::of);
    }
}

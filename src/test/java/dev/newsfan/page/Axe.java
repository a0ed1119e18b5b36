package dev.newsfan.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** The rules of axe-core, in a page without the browser's policy, which would not let it in. */
final class Axe {

    /** Each violation in a line: the rule, what it wants, and where. */
    private static final String VIOLATIONS = """
            () => axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations
                .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target).join(' ')}`)
                .join('\\n'))
            """;

    private final Page page;

    private Axe(Page page) {
        this.page = page;
    }

    static Axe in(Page page) throws IOException {
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(script()));
        return new Axe(page);
    }

    /** In light and dark, on a phone and on a desk. */
    void everyLookIsFreeOfViolations(String when) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : new int[] {390, 1280}) {
                page.setViewportSize(width, 900);
                assertThat((String) page.evaluate(VIOLATIONS))
                        .as("violations %s, %s, %d px", when, scheme, width)
                        .isEmpty();
            }
        }
    }

    private static String script() throws IOException {
        Properties webJar = new Properties();
        webJar.load(new StringReader(text("/META-INF/maven/org.webjars.npm/axe-core/pom.properties")));
        return text("/META-INF/resources/webjars/axe-core/" + webJar.getProperty("version") + "/axe.min.js");
    }

    private static String text(String resource) throws IOException {
        try (var in = Axe.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

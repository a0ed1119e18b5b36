package dev.newsfan.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What stands in both pages, so that it is there without a script, stands there alike. Only what is the page's own differs:
 * its title and description, its styles and script, and the link to itself.
 */
class SharedMarkupTest {

    private static final Path PAGES = Path.of("src/main/resources/META-INF/resources");

    @ParameterizedTest
    @ValueSource(strings = {"head", "header class=\"masthead\"", "section id=\"service\""})
    void isTheSameInBothPages(String element) throws IOException {
        assertThat(shared("lab.html", element)).isEqualTo(shared("index.html", element));
    }

    private static String shared(String page, String element) throws IOException {
        String html = Files.readString(PAGES.resolve(page));
        String name = element.replaceAll(" .*", "");
        String found = Pattern.compile("<" + element + "[^>]*>.*?</" + name + ">", Pattern.DOTALL)
                .matcher(html)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        return found.replaceAll("<title>.*</title>", "<title/>")
                .replaceAll("(<meta name=\"description\" content=)\"[^\"]*\"", "$1")
                .replaceAll("\\s*<link rel=\"stylesheet\" href=\"css/(race|waterfall|news|lab)\\.css\">", "")
                .replaceAll("(<script type=\"module\" src=)\"[^\"]*\"", "$1")
                .replace(" id=\"lab-link\" hidden", "")
                .replace(" aria-current=\"page\"", "")
                .replace("href=\"/#", "href=\"#");
    }
}

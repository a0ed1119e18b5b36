package dev.newsfan.api;

import static io.restassured.RestAssured.given;

import io.quarkus.arc.Arc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Health and metrics: at the port of the news in tests, at one of their own in the package, whose log tells which. */
final class Management {

    /** What has to stand in the package's configuration: any free port. */
    static final Map<String, String> CONFIG = Map.of("quarkus.management.port", "0");

    private static final Pattern PORT = Pattern.compile("Management interface listening on (http://\\S+:\\d+)");

    private Management() {}

    /** What is answered to {@code /q/…}. */
    static String get(String path) {
        return given().get((isPackaged() ? url() : "") + path).asString();
    }

    /** A service in another process has its beans there. */
    private static boolean isPackaged() {
        return Arc.container() == null;
    }

    /** That of the last start, as one log may have several. */
    private static String url() {
        Config config = ConfigProvider.getConfig();
        try {
            return PORT.matcher(Files.readString(Path.of(config.getValue("quarkus.log.file.path", String.class))))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .reduce((first, last) -> last)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

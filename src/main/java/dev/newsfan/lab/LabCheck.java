package dev.newsfan.lab;

import dev.newsfan.config.LabConfig;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Finds what is wrong with the lab's configuration: each problem names the key, the value and what is allowed. */
final class LabCheck {

    private static final int MOST_URLS = 20;
    private static final String STEPS = "/lab/step/";

    private LabCheck() {}

    /**
     * The problems, or an empty list.
     *
     * @param quarkus what the lab depends on if it is enabled
     */
    static List<String> problems(LabConfig config, Config quarkus) {
        List<String> problems = new ArrayList<>();
        if (config.enabled()) {
            surroundings(quarkus, problems);
        }
        if (config.limit() < 1 || config.limit() > 1_000_000) {
            problems.add("newsfan.lab.limit is \"" + config.limit() + "\"; allowed: 1 to 1000000");
        }
        if (config.fanOut().size() > MOST_URLS) {
            problems.add("newsfan.lab.fan-out has " + config.fanOut().size() + " URLs; allowed: 1 to " + MOST_URLS);
        }
        config.fanOut().stream()
                .filter(url -> !isPath(url) && !isWebAddress(url))
                .forEach(url -> problems.add("newsfan.lab.fan-out has \"" + url.replaceFirst("\\?.*", "?...")
                        + "\"; allowed: http and https URLs such as https://news.example/feed.xml, and paths of the "
                        + "service itself such as /lab/step/one (but no experiments), separated by commas"));
        return problems;
    }

    private static void surroundings(Config quarkus, List<String> problems) {
        String insecure = quarkus.getOptionalValue("quarkus.http.insecure-requests", String.class)
                .orElse("enabled");
        if (!insecure.equals("enabled")) {
            problems.add("newsfan.lab.enabled is \"true\", but quarkus.http.insecure-requests is \"" + insecure
                    + "\"; allowed with the lab: enabled, as its experiments ask the service itself by plain HTTP");
        }
        String root = rootPath(quarkus);
        if (!root.isEmpty()) {
            problems.add("newsfan.lab.enabled is \"true\", but quarkus.http.root-path is \"" + root
                    + "\"; allowed with the lab: /");
        }
    }

    /** What comes before every path of the service: such as {@code /app}, or nothing. */
    static String rootPath(Config quarkus) {
        String root =
                quarkus.getOptionalValue("quarkus.http.root-path", String.class).orElse("/");
        return ("/" + root).replaceAll("/+", "/").replaceFirst("/$", "");
    }

    private static boolean isPath(String url) {
        try {
            // The lab's own steps, but not its experiments: they would ask for each other without end.
            return url.startsWith("/")
                    && !url.startsWith("//")
                    && (!url.startsWith("/lab") || url.startsWith(STEPS))
                    && new URI(url).getRawPath() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isWebAddress(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

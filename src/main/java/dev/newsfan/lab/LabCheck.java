package dev.newsfan.lab;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Finds what is wrong with the lab's configuration: each problem names the key, the value and what is allowed. */
final class LabCheck {

    private static final int MOST_URLS = 20;

    private LabCheck() {}

    /** The problems, or an empty list. */
    static List<String> problems(LabConfig config) {
        List<String> problems = new ArrayList<>();
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
                        + "service itself such as /lab/step/one, separated by commas"));
        return problems;
    }

    private static boolean isPath(String url) {
        try {
            return url.startsWith("/") && !url.startsWith("//") && new URI(url).getRawPath() != null;
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

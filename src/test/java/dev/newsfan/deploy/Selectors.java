package dev.newsfan.deploy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a query in PromQL asks for, found by the beginnings that our metrics' names have. */
final class Selectors {

    private static final Pattern SELECTOR = Pattern.compile(
            "(?<name>\\b(?:newsfan[:_][a-z0-9_:]+|(?:http|jvm|process|system)_[a-z0-9_]+|up)\\b)(?<labels>\\{[^}]*})?");

    private Selectors() {}

    /** The query with something for each of the variables that Grafana knows: all of everything, and a short time. */
    static String filled(String query) {
        return query.replace("$__rate_interval", "10s").replaceAll("\\$\\{\\w+}|\\$\\w+", ".+");
    }

    /** The metrics' names, once for each time that they stand in it. */
    static Stream<String> names(String query) {
        return SELECTOR.matcher(filled(query)).results().map(found -> found.group("name"));
    }

    /** The names with what is asked of their labels. */
    static List<String> of(String query) {
        return SELECTOR.matcher(filled(query)).results().map(MatchResult::group).toList();
    }
}

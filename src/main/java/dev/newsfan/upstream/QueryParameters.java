package dev.newsfan.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Adds parameters to the query of a URL. */
final class QueryParameters {

    private QueryParameters() {}

    /**
     * A URL, or its path and query, with these behind its own, by their names.
     *
     * @param url without a fragment
     * @param parameters not encoded yet
     */
    static String add(String url, Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return url;
        }
        String added = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                        .collect(Collectors.joining("&"));
        return url + (url.indexOf('?') < 0 ? "?" : "&") + added;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}

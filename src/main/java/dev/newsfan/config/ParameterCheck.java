package dev.newsfan.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import java.net.URLDecoder;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds parameters that a source would be sent twice, of which it may take either. */
final class ParameterCheck {

    private ParameterCheck() {}

    /** Each with its key; what the values are isn't told. */
    static Stream<String> problems(Map<String, SourceConfig> sources) {
        return sources.entrySet().stream().flatMap(source -> problems(source.getKey(), source.getValue()));
    }

    private static Stream<String> problems(String source, SourceConfig config) {
        Set<String> ofUrl = names(config.url().orElse(""));
        String prefix = SourceConfig.prefix(source);
        return config.params().keySet().stream()
                .filter(ofUrl::contains)
                .map(name -> prefix + ".params." + name + " is in the query of " + prefix
                        + ".url, too; allowed: in one of them");
    }

    private static Set<String> names(String url) {
        String query = url.replaceFirst("(?s)#.*", "").replaceFirst("(?s)^[^?]*\\??", "");
        return Stream.of(query.split("&"))
                .map(parameter -> decoded(parameter.replaceFirst("(?s)=.*", "")))
                .collect(toSet());
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return name;
        }
    }
}

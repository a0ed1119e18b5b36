package dev.newsfan.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.newsfan.config.SourceConfig;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.SourceException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a source's configuration may be a key: the values of its headers, of its parameters, and of the query of its URL. A source
 * may repeat them, in the path of a redirect for example; what is told of it must not.
 */
final class Secrets {

    /** Shorter ones are no keys, and would be found in any text. */
    private static final int SHORTEST = 6;

    /** Headers that hold no key, but words that a reason may need. */
    private static final Set<String> PUBLIC = Set.of("accept", "accept-encoding", "accept-language", "user-agent");

    private final Optional<Pattern> any;

    private Secrets(Stream<String> values) {
        // The longest first, as one may begin with another.
        String all = values
                .filter(value -> value.length() >= SHORTEST)
                .flatMap(value -> Stream.of(value, URLEncoder.encode(value, UTF_8), percents(value)))
                .collect(Collectors.toCollection(TreeSet::new))
                .descendingSet()
                .stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        any = all.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(all, Pattern.CASE_INSENSITIVE));
    }

    static Secrets of(SourceConfig config) {
        Stream<String> headers = config.headers().entrySet().stream()
                .filter(header -> !PUBLIC.contains(header.getKey().toLowerCase(Locale.ROOT)))
                // Such as a scheme and its token.
                .flatMap(header -> Stream.concat(Stream.of(header.getValue()), words(header.getValue())));
        return new Secrets(Stream.of(headers, config.params().values().stream(), ofQuery(config.url()))
                .flatMap(values -> values));
    }

    private static Stream<String> words(String value) {
        return Arrays.stream(value.split("[\\s,;=\"]+"));
    }

    private static Stream<String> ofQuery(Optional<String> url) {
        return url.map(text -> URI.create(text).getRawQuery()).stream()
                .flatMap(query -> Arrays.stream(query.split("&")))
                .map(parameter -> parameter.substring(parameter.indexOf('=') + 1))
                .flatMap(value -> Stream.of(value, decoded(value)));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static String percents(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    /** A failure whose reason is for anyone. */
    SourceException hide(SourceException failure) {
        FailureReason reason = failure.reason();
        String words = hide(reason.words());
        return words.equals(reason.words()) ? failure : new SourceException(reason.inWords(words), failure.getCause());
    }

    /** A text for anyone, without them. */
    String hide(String text) {
        return any.map(secret -> secret.matcher(text).replaceAll("…")).orElse(text);
    }
}

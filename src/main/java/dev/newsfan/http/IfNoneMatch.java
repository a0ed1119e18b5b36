package dev.newsfan.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which answers a caller has already (RFC 9110, section 13.1.2). */
public final class IfNoneMatch {

    /** A tag with what may stand before it in a list (sections 5.6.1 and 8.8.3); what is between its quotes may be a comma. */
    private static final Pattern NEXT_TAG = Pattern.compile("\\G[ \\t,]*+(?:W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*+\")");

    private final List<String> lines;

    IfNoneMatch(List<String> lines) {
        this.lines = lines;
    }

    /** Those that the request names. */
    public static IfNoneMatch of(HttpServerRequest request) {
        return new IfNoneMatch(request.headers().getAll(HttpHeaders.IF_NONE_MATCH));
    }

    /**
     * Whether an answer is among them, by weak comparison (section 8.8.3.2). {@code *} stands for all; of a list that is cut short or
     * garbled counts what comes before that.
     *
     * @param entityTag a tag in quotes, weak or not
     */
    public boolean names(String entityTag) {
        String opaque = entityTag.substring(entityTag.indexOf('"'));
        return lines.stream().anyMatch(line -> line.strip().equals("*") || isIn(line, opaque));
    }

    private static boolean isIn(String line, String opaque) {
        Matcher tags = NEXT_TAG.matcher(line);
        while (tags.find()) {
            if (tags.group(1).equals(opaque)) {
                return true;
            }
        }
        return false;
    }
}

package dev.newsfan.loadlab.cost.users;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Users who ask again as soon as they have an answer, as the lab orders them from the process that has them.
 *
 * @param url what they ask for, over HTTP
 * @param users how many, each with a connection
 * @param settleMillis before anything is measured; they come evenly in the first half of it
 * @param measureMillis how long they are measured then; after that nobody asks any more
 */
public record LoadOrder(URI url, int users, long settleMillis, long measureMillis) {

    /** Users from the first moment on, measured from then. */
    public static LoadOrder atOnce(URI url, int users, double seconds) {
        return settled(url, users, 0, seconds);
    }

    /** Users who are measured when they have come; times in seconds. */
    public static LoadOrder settled(URI url, int users, double settle, double seconds) {
        return new LoadOrder(url, users, Math.round(settle * 1000), Math.round(seconds * 1000));
    }

    /** How long it takes, in seconds, but for the last answers. */
    public double seconds() {
        return (settleMillis + measureMillis) / 1000.0;
    }

    /** As the query of a request; the URL stands last, as it has no further parameter behind it. */
    public String query() {
        return "users=%d&settle=%d&measure=%d&url=%s".formatted(users, settleMillis, measureMillis, url);
    }

    static LoadOrder parse(String query) {
        Map<String, String> values = Stream.of(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return new LoadOrder(
                URI.create(values.get("url")),
                Integer.parseInt(values.get("users")),
                Long.parseLong(values.get("settle")),
                Long.parseLong(values.get("measure")));
    }
}

package dev.newsfan.loadlab.soak.users;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/**
 * Reads a whole answer and holds it against what the sources gave.
 *
 * @param kind the path, such as {@code /sync-news}; of a stream the last event is held against it
 */
record NewsReader(String kind, URI service, HttpClient client, DigestCheck check, SoakTally tally) implements SoakUser {

    /** More than the budget by far: one that takes longer is never answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** More than all sources give. */
    private static final String QUERY = "?limit=200";

    /** With reports of the sources, none of which is ok. */
    private static final Set<Integer> FAILURES = Set.of(502, 503, 504);

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void ask() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(kind + QUERY))
                .timeout(PATIENCE)
                .build();
        try {
            read(client.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            tally.wrong(kind + " was not answered: " + e);
        }
    }

    private void read(HttpResponse<String> answer) throws IOException {
        String body = kind.equals("/stream-news") ? lastData(answer.body()) : answer.body();
        JsonNode digest = JSON.readTree(body);
        boolean failure =
                FAILURES.contains(answer.statusCode()) || digest.path("status").asInt(200) != 200;
        if (answer.statusCode() != 200 && !failure || failure && !digest.has("sources")) {
            tally.wrong("%s answered %d: %.300s".formatted(kind, answer.statusCode(), body));
            return;
        }
        tally.count(failure ? "no source ok" : digest.path("complete").asBoolean() ? "complete" : "partial");
        digest.path("sources")
                .forEach(
                        report -> tally.count("source " + report.path("outcome").asText()));
        check.problems(digest).forEach(problem -> tally.wrong(kind + ": " + problem));
    }

    private static String lastData(String events) {
        return events.lines()
                .filter(line -> line.startsWith("data:"))
                .reduce((first, last) -> last)
                .map(line -> line.substring("data:".length()))
                .orElse("{}");
    }
}

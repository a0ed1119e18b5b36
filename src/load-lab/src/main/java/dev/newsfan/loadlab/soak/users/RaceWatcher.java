package dev.newsfan.loadlab.soak.users;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Watches a race to its end, which must come. */
record RaceWatcher(URI service, HttpClient client, SoakTally tally) implements SoakUser {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public String kind() {
        return "/race";
    }

    @Override
    public void ask() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(kind()))
                .timeout(PATIENCE)
                .build();
        try {
            String events = client.send(request, BodyHandlers.ofString()).body();
            if (!events.contains("event:summary") && !events.contains("event: summary")) {
                tally.wrong("/race ended without a summary: %.300s".formatted(events));
            }
        } catch (IOException e) {
            tally.wrong("/race was not answered: " + e);
        }
    }
}

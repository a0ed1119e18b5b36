package dev.newsfan.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Clients who ask the same at the same time. Cancelling an answer hangs up. */
final class ConcurrentClients {

    private ConcurrentClients() {}

    /** The answers to come, each on a connection of its own. */
    static List<CompletableFuture<HttpResponse<String>>> ask(URI service, String pathAndQuery, int clients) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request =
                HttpRequest.newBuilder(service.resolve(pathAndQuery)).build();
        return Stream.generate(() -> client.sendAsync(request, BodyHandlers.ofString()))
                .limit(clients)
                .toList();
    }
}

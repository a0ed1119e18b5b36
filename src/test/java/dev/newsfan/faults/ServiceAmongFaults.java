package dev.newsfan.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfan.PackagedService;
import dev.newsfan.config.Configs;
import dev.newsfan.faults.HostileSource.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/** The package in a process of its own, with a hostile source for each fault, and one that answers as it should. */
final class ServiceAmongFaults implements AutoCloseable {

    static final List<String> MODES = List.of("sync", "async", "virtual");

    static final Duration BUDGET = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Which of the service's clients asks. */
    private static final String CLIENT = System.getProperty("faults.client", "rest");

    private static final int WARM_ROUNDS = 20;
    private static final int CROWD = 40;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Fault, HostileSource> sources = new HashMap<>();
    private final NameServer names;
    private final PackagedService service;
    private final URI url;
    private final URI management;

    /**
     * @param folder an empty one
     * @param configuration what else to configure
     */
    ServiceAmongFaults(Path folder, List<Fault> faults, String... configuration)
            throws IOException, GeneralSecurityException, InterruptedException {
        names = new NameServer();
        var certificates = new Certificates(Files.createDirectory(folder.resolve("certificates")));
        var surroundings = new Surroundings(names, certificates);
        List<String> lines = new ArrayList<>(List.of(
                "quarkus.vertx.use-async-dns=true",
                "quarkus.vertx.resolver.servers=" + names.address(),
                "-Djavax.net.ssl.trustStore=" + certificates.trusted(),
                "-Djavax.net.ssl.trustStorePassword=changeit",
                "newsfan.budget=" + BUDGET.toSeconds() + "s"));
        if (Boolean.getBoolean("faults.policies")) {
            // What is fresh would hide what its source does.
            lines.add("newsfan.fresh-for=0");
        } else {
            Configs.POLICIES_OFF.forEach((key, value) -> lines.add(key + "=" + value));
        }
        lines.addAll(List.of(configuration));
        for (Fault fault : faults) {
            HostileSource source = fault.opening().open(surroundings);
            sources.put(fault, source);
            String key = "newsfan.sources." + fault.source() + ".";
            lines.add(key + "url=" + source.url());
            lines.add(key + "format=" + fault.format());
            lines.add(key + "client=" + CLIENT);
            lines.add(key + "timeout=" + Expected.TIMEOUT.toMillis() + "ms");
            fault.settings().forEach(setting -> lines.add(key + setting));
        }
        service = PackagedService.start(Files.createDirectory(folder.resolve("service")), lines.toArray(String[]::new));
        url = started(service);
        management = service.management();
    }

    /** Where it is asked. No process is left behind if it doesn't come so far. */
    private static URI started(PackagedService service) throws InterruptedException {
        try {
            return service.url();
        } catch (ConditionTimeoutException e) {
            service.close();
            throw e;
        }
    }

    /**
     * What a caller got.
     *
     * @param report of the only source that was asked
     */
    record Answer(int status, JsonNode body, Duration took) {

        JsonNode report() {
            return body.path("sources").path(0);
        }

        /** Whether it is what should be told of the source. */
        boolean is(Expected expected) {
            return status == expected.status()
                    && report().path("outcome").asText().equals(expected.outcome())
                    && report().path("reason").asText().contains(expected.reason())
                    && report().path("articles").asInt() == expected.articles()
                    && report().path("dropped").asInt() == expected.dropped();
        }

        @Override
        public String toString() {
            return status + " after " + took + " with " + report();
        }
    }

    URI news(String mode, Fault fault) {
        return url.resolve("/" + mode + "-news?sources=" + fault.source());
    }

    /** Any path of the service. */
    URI url(String path) {
        return url.resolve(path);
    }

    HostileSource source(Fault fault) {
        return sources.get(fault);
    }

    /** The first requests of a JVM tell more of itself than of sources, and so do the first that come in a crowd. */
    void warmUp(Fault healthy) {
        for (int round = 0; round < WARM_ROUNDS; round++) {
            Stream.generate(() -> MODES)
                    .limit(CROWD)
                    .flatMap(modes -> modes.stream().map(mode -> ask(mode, healthy)))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    /** How many requests of a mode hold a place, as the service itself says. */
    int atWork(String mode) {
        try {
            HttpRequest request = HttpRequest.newBuilder(management.resolve("/q/metrics"))
                    .timeout(PATIENCE)
                    .build();
            String metrics = client.send(request, BodyHandlers.ofString()).body();
            Matcher places = Pattern.compile("newsfan_requests_at_work\\{[^}]*mode=\"" + mode + "\"[^}]*} (\\d+)")
                    .matcher(metrics);
            return places.find() ? Integer.parseInt(places.group(1)) : -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    CompletableFuture<Answer> ask(String mode, Fault fault) {
        HttpRequest request =
                HttpRequest.newBuilder(news(mode, fault)).timeout(PATIENCE).build();
        long began = System.nanoTime();
        return client.sendAsync(request, BodyHandlers.ofString())
                .thenApply(response -> answer(response, Duration.ofNanos(System.nanoTime() - began)));
    }

    private static Answer answer(HttpResponse<String> response, Duration took) {
        try {
            return new Answer(response.statusCode(), JSON.readTree(response.body()), took);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + response.body(), e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        client.shutdownNow();
        service.close();
        sources.values().forEach(HostileSource::close);
        names.close();
    }
}

package dev.newsfan.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.faults.CallerFault.Victim;
import dev.newsfan.faults.RawSource.Script;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Callers who take places in a mode and don't give them back, or try to. */
final class CallerFaults {

    /** The most articles that a digest may have. */
    static final int ARTICLES = 200;

    /** So many digests one after another are more than what the system keeps for a caller who doesn't read. */
    private static final int IN_A_ROW = 20;

    /** How many requests a mode holds here. */
    static final int LIMIT = 50;

    static final Fault LARGE = Fault.of("large", RawSource.plain(Script.answering(large())), Expected.ok(ARTICLES, 0))
            .setting("max-size=20M");

    /** It takes as long as a request may. */
    static final Fault SILENT = Fault.of("silent", RawSource.plain(HostileConnection::stall), Expected.timeout())
            .setting("timeout=5s");

    private static final int CALLERS = 5;
    private static final int MANY_CONNECTIONS = 500;
    private static final int MANY_RESETS = 2000;

    /** Budget and time to write of two seconds each, and as much again for the machine. */
    private static final Duration AFTER_THE_WRITE_TIMEOUT = Duration.ofSeconds(6);

    private static final Duration AFTER_ALL_TIME_TO_WRITE = Duration.ofSeconds(15);
    /** How long the head of a request may take here. */
    static final Duration HEAD_TIMEOUT = Duration.ofSeconds(3);

    /** As much again for the machine. */
    private static final Duration AFTER_THE_HEAD_TIMEOUT = HEAD_TIMEOUT.multipliedBy(2);

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration AFTER_THE_BUDGET = Duration.ofSeconds(4);

    private CallerFaults() {}

    private static String large() {
        return Feeds.answer(Feeds.json(Feeds.items(
                ARTICLES,
                i -> Feeds.item(
                        "A".repeat(500), "https://a.example/" + "a".repeat(3_900) + i, "2026-11-20T04:32:00Z"))));
    }

    static List<CallerFault> all() {
        return List.of(
                CallerFault.of(
                        "asks and doesn't read",
                        "his connection is closed",
                        AFTER_THE_WRITE_TIMEOUT,
                        victim -> doesNotRead(victim, victim.large())),
                CallerFault.of(
                                "asks for a stream and doesn't read",
                                "his connection is closed",
                                AFTER_THE_WRITE_TIMEOUT,
                                victim -> doesNotRead(victim, victim.largeStream()))
                        .modes("async"),
                CallerFault.of(
                        "asks on streams of HTTP/2 with a window of 0",
                        "his streams are reset",
                        AFTER_THE_WRITE_TIMEOUT,
                        CallerFaults::opensNoWindow),
                CallerFault.of(
                        "reads a byte now and then",
                        "his connection is closed",
                        AFTER_ALL_TIME_TO_WRITE,
                        CallerFaults::sips),
                CallerFault.of(
                        "leaves before the answer",
                        "his calls are cancelled",
                        SOON,
                        CallerFaults::leavesBeforeTheAnswer),
                CallerFault.of(
                        "leaves within the answer",
                        "nothing more is written",
                        SOON,
                        CallerFaults::leavesWithinTheAnswer),
                CallerFault.of(
                                "drips the head of a request",
                                "his connection is closed",
                                AFTER_THE_HEAD_TIMEOUT,
                                CallerFaults::dripsHisHead)
                        .modes("async"),
                CallerFault.of(
                                "opens " + MANY_CONNECTIONS + " connections and says nothing",
                                "nothing: they hold no place",
                                SOON,
                                CallerFaults::opensConnections)
                        .modes("async"),
                CallerFault.of(
                                "asks twice as often as a mode holds",
                                "half get 503 with Retry-After, at once",
                                AFTER_THE_BUDGET,
                                CallerFaults::floods)
                        .oneModeAfterAnother(),
                CallerFault.of(
                        "resets " + MANY_RESETS + " streams of HTTP/2 as soon as he has asked",
                        "his connection is closed",
                        AFTER_THE_BUDGET,
                        CallerFaults::resetsRapidly));
    }

    private static void doesNotRead(Victim victim, URI url) throws Exception {
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(new Caller(url).ask(url, IN_A_ROW));
        }
        victim.awaitPlacesTaken(CALLERS);
        for (Caller caller : callers) {
            assertThat(Thread.ofVirtual().start(caller::writeUntilTheEnd).join(victim.within()))
                    .as("is cut off")
                    .isTrue();
            caller.close();
        }
        victim.awaitPlacesFree();
    }

    private static void opensNoWindow(Victim victim) throws IOException {
        URI news = victim.large();
        try (Caller caller = new Caller(news).askByStreams(news, CALLERS, 0)) {
            victim.awaitPlacesTaken(CALLERS);
            victim.awaitPlacesFree();
            for (int i = 0; i < CALLERS; i++) {
                caller.frame(Http2Frame.RST_STREAM);
            }
        }
    }

    private static void sips(Victim victim) throws Exception {
        URI news = victim.large();
        try (Caller caller = new Caller(news).ask(news, IN_A_ROW)) {
            Thread sipping = Thread.ofVirtual().start(caller::sipUntilTheEnd);
            assertThat(sipping.join(victim.within())).as("is cut off").isTrue();
            victim.awaitPlacesFree();
        }
    }

    private static void leavesBeforeTheAnswer(Victim victim) throws IOException {
        URI news = victim.news(SILENT);
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(new Caller(news).ask(news));
        }
        victim.awaitPlacesTaken(CALLERS);
        for (Caller caller : callers) {
            caller.leave();
        }
        victim.awaitPlacesFree();
    }

    private static void leavesWithinTheAnswer(Victim victim) throws IOException {
        URI news = victim.large();
        for (int i = 0; i < CALLERS; i++) {
            Caller caller = new Caller(news).ask(news);
            assertThat(caller.read(100)).startsWith("HTTP/1.1 200");
            caller.leave();
        }
        victim.awaitPlacesFree();
    }

    private static void dripsHisHead(Victim victim) throws Exception {
        URI news = victim.news(FaultTable.HEALTHY);
        try (Caller caller = new Caller(news).write("GET / HTTP/1.1\r\n")) {
            Thread dripping = Thread.ofVirtual().start(() -> caller.dripUntilTheEnd("A: b\r\n"));
            assertThat(dripping.join(victim.within())).as("is cut off").isTrue();
        }
    }

    private static void opensConnections(Victim victim) throws IOException {
        URI news = victim.news(FaultTable.HEALTHY);
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < MANY_CONNECTIONS; i++) {
            callers.add(new Caller(news));
        }
        victim.awaitPlacesFree();
        for (Caller caller : callers) {
            caller.close();
        }
    }

    private static void floods(Victim victim) {
        HttpRequest request = HttpRequest.newBuilder(victim.news(SILENT)).build();
        List<HttpResponse<Void>> answers = new ArrayList<>();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            List<CompletableFuture<HttpResponse<Void>>> requests = IntStream.range(0, 2 * LIMIT)
                    .mapToObj(i -> client.sendAsync(request, BodyHandlers.discarding()))
                    .toList();
            requests.forEach(answer -> answers.add(answer.join()));
        }
        victim.awaitPlacesFree();
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(503, 504);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 503)
                .hasSize(LIMIT)
                .allMatch(answer -> answer.headers().firstValue("Retry-After").isPresent());
    }

    private static void resetsRapidly(Victim victim) throws IOException {
        URI news = victim.news(SILENT);
        try (Caller caller = new Caller(news).askByStreams(news, 1, 0)) {
            Thread resetting = Thread.ofVirtual().start(() -> caller.resetRapidly(news, MANY_RESETS));
            caller.frame(Http2Frame.GOAWAY);
            caller.readToTheEnd();
            resetting.interrupt();
        }
        victim.awaitPlacesFree();
    }
}

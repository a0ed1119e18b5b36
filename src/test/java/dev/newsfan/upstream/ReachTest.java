package dev.newsfan.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsfan.config.Configs;
import dev.newsfan.policy.PolicyEvents;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.SourceAnswer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources that redirect from anywhere to anywhere, on a network that is made up. */
class ReachTest {

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, String> names = new HashMap<>();
    /** Which address answers each request, and where it redirects to. */
    private final List<String> answers = new ArrayList<>();

    private final List<UpstreamRequest> asked = new ArrayList<>();
    private boolean led;
    private final MovedSource moved = new MovedSource("wire", Secrets.of(Configs.source("http://news.example/")));

    @AfterEach
    void end() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private Addresses lookup(String host) {
        List<InetAddress> found = Stream.of(names.getOrDefault(host, host).split(" "))
                .map(InetAddress::ofLiteral)
                .toList();
        // Whoever looks a second time is told something else.
        names.put(host, "127.0.0.1");
        return new Addresses(host, name -> Uni.createFrom().item(found), name -> found.toArray(InetAddress[]::new));
    }

    private Uni<UpstreamAnswer> answer(UpstreamRequest request, IncomingBody body) {
        asked.add(request);
        String[] answer = answers.removeFirst().split(" ");
        Optional<InetAddress> peer =
                Optional.of(answer[0]).filter(some -> !some.equals("?")).map(InetAddress::ofLiteral);
        return Uni.createFrom()
                .item(
                        answer.length == 1
                                ? new UpstreamAnswer(200, name -> null, new byte[1]).from(peer)
                                : new UpstreamAnswer(301, Map.of("Location", answer[1])::get, new byte[0]).from(peer));
    }

    private UpstreamAnswer ask(String url, boolean everywhere, String... script) {
        answers.addAll(Arrays.asList(script));
        Redirects rules = new Redirects(URI.create(url), 3, new Reach(everywhere, some -> led, this::lookup), moved);
        Requests requests = new Requests(
                this::answer,
                question -> Uni.createFrom().item(SourceAnswer.NONE),
                new PolicyEvents(),
                URI.create(url),
                false);
        CallBodies bodies = new CallBodies(new BytesInFlight(vertx, 1 << 20).share()::body);
        CompletableFuture<UpstreamAnswer> answer = new CompletableFuture<>();
        vertx.runOnContext(begin -> new RedirectedCall(rules, Question.NONE, requests, bodies, 1000)
                .answer()
                .subscribe()
                .with(answer::complete, answer::completeExceptionally));
        return answer.orTimeout(20, TimeUnit.SECONDS).join();
    }

    @ParameterizedTest
    @CsvSource({
        "1.1.1.1, http://1.1.1.2/",
        "127.0.0.1, http://127.0.0.1/",
        "127.0.0.1, http://10.0.0.1/",
        "10.0.0.1, http://1.1.1.1/",
        "?, http://1.1.1.1/",
        "1.1.1.1, http://[2606:4700::1111]/"
    })
    void theseMayBeReached(String from, String to) {
        assertThat(ask("http://news.example/", false, from + " " + to, "1.1.1.1")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "1.1.1.1, http://127.0.0.1/",
        "1.1.1.1, http://[::1]/",
        "1.1.1.1, http://[::ffff:169.254.169.254]/",
        "1.1.1.1, http://inside.example/",
        "1.1.1.1, http://both.example/",
        "?, http://10.0.0.1/",
    })
    void theseMayNot(String from, String to) {
        names.putAll(Map.of("inside.example", "10.0.0.1", "both.example", "1.1.1.1 192.168.0.1"));

        assertThatThrownBy(() -> ask("http://news.example/", false, from + " " + to + "?key=secret", "1.1.1.1"))
                .hasMessageContaining(
                        "it redirects to " + to + ", a private address, which is not followed (private-redirects)");
        assertThat(asked).hasSize(1);
    }

    @Test
    void theConfigurationMayAllowThem() {
        assertThat(ask("http://news.example/", true, "1.1.1.1 http://10.0.0.1/", "10.0.0.1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoHasComeOutMayNotGoBackIn() {
        assertThatThrownBy(() -> ask(
                        "http://in.example/",
                        false,
                        "10.0.0.1 http://1.1.1.1/",
                        "1.1.1.1 http://10.0.0.2/",
                        "10.0.0.2"))
                .hasMessageContaining("a private address");
    }

    @Test
    void noAddressIsAskedButThoseThatWereLookedAt() {
        names.put("other.example", "1.1.1.1 1.1.1.2");
        ask("http://news.example/", false, "1.1.1.9 http://other.example/", "1.1.1.1");

        assertThat(asked.getLast().target().orElseThrow().addresses())
                .containsExactly(InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("1.1.1.2"));
    }

    @Test
    void whatIsSecureStaysSecure() {
        assertThatThrownBy(() -> ask("https://news.example/", false, "1.1.1.1 http://1.1.1.1/a?key=secret"))
                .hasMessageContaining("from https to http://1.1.1.1/a, which is not followed");
    }

    @Test
    void whatIsPlainMayBecomeSecure() {
        assertThat(ask("http://news.example/", false, "1.1.1.1 https://1.1.1.1/", "1.1.1.1")
                        .url())
                .contains("https://1.1.1.1/");
        assertThat(asked.getLast().target().orElseThrow().own()).isFalse();
        assertThat(moved.to()).contains("https://1.1.1.1/");
    }

    @ParameterizedTest
    @CsvSource({
        "news.example, http://other.example/, ''",
        "news.example, http://1.1.1.1/, ''",
        "news.local, http://inside/, ''",
        "news.example, http://localhost/, private",
        "news.example, http://10.0.0.1/, private",
        "news.example, http://vault.internal/, private"
    })
    void behindAProxyNamesAreAllThatIsKnown(String from, String to, String reason) {
        led = true;
        // The proxy's own address says nothing.
        String[] script = {"127.0.0.1 " + to, "127.0.0.1"};

        if (reason.isEmpty()) {
            assertThat(ask("http://" + from + "/", false, script).status()).isEqualTo(200);
            assertThat(asked.getLast().target().orElseThrow().addresses()).isEmpty();
        } else {
            assertThatThrownBy(() -> ask("http://" + from + "/", false, script)).hasMessageContaining(reason);
        }
    }
}

package dev.newsfan.upstream;

import static dev.newsfan.source.RawSources.NEWS;
import static dev.newsfan.source.RawSources.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsfan.api.ContractProfile;
import dev.newsfan.config.Configs;
import dev.newsfan.config.NewsfanConfig;
import dev.newsfan.format.Formats;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.SourceException;
import dev.newsfan.source.ComputePool;
import dev.newsfan.source.RawSources;
import dev.newsfan.source.Source;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources behind a private authority, or a proxy. */
@QuarkusTest
@TestProfile(ContractProfile.class)
@Tag("long")
class NetworksTest {

    @TempDir
    static Path folder;

    private static PrivateAuthority authority;

    @Inject
    Vertx vertx;

    @Inject
    ComputePool pool;

    private final List<HttpServerRequest> asked = new CopyOnWriteArrayList<>();
    private RawSources sources;

    @BeforeAll
    static void certify() throws IOException {
        authority = new PrivateAuthority(folder);
    }

    @BeforeEach
    void begin() {
        sources = new RawSources(vertx, pool);
    }

    @AfterEach
    void end() throws Exception {
        sources.close();
    }

    private void answer(HttpServerRequest request) {
        asked.add(request);
        request.response().end(NEWS);
    }

    private Source source(String url, String... keys) {
        return sources.source(url, Formats.newsApi(), Configs.NO_POLICIES, new BytesInFlight(vertx, 1 << 30), keys);
    }

    private static FailureReason reason(Source source) {
        try {
            throw new AssertionError("answered: " + ask(source).join());
        } catch (CompletionException e) {
            return ((SourceException) e.getCause()).reason();
        }
    }

    @Nested
    class BehindAPrivateAuthority {

        private void trusting(Optional<String> certificate) {
            Route.Tls tls = new Route.Tls(authority.client(certificate), user -> {});
            sources.reached(source -> new Route(Optional.of(tls), Proxies.UNSAID));
        }

        private String url(String certificate, ClientAuth wanted) throws Exception {
            return "https://localhost:"
                    + sources.https(authority.server(certificate, wanted), NetworksTest.this::answer) + "/feed";
        }

        @ParameterizedTest
        @CsvSource({"rest, false", "vertx, false", "rest, true", "vertx, true"})
        void aSourceIsTrustedAndShownWhoAsks(String client, boolean http2) throws Exception {
            trusting(Optional.of("client"));
            Source source = source(url("server", ClientAuth.REQUIRED), "client", client, "http2", "" + http2);

            assertThat(ask(source).join().articles()).hasSize(1);
            assertThat(asked.getFirst().version()).isEqualTo(http2 ? HttpVersion.HTTP_2 : HttpVersion.HTTP_1_1);
            assertThat(asked.getFirst().sslSession().getPeerPrincipal()).hasToString("CN=client");
        }

        @ParameterizedTest
        @CsvSource({
            "rest, expired, its certificate has expired",
            "vertx, expired, its certificate has expired",
            "rest, other, its certificate is for another name",
            "vertx, other, its certificate is for another name",
            "rest, stranger, nobody who is trusted here has signed its certificate",
            "vertx, stranger, nobody who is trusted here has signed its certificate"
        })
        void whatIsWrongIsSaid(String client, String certificate, String words) throws Exception {
            trusting(Optional.empty());
            FailureReason reason = reason(source(url(certificate, ClientAuth.NONE), "client", client));

            assertThat(reason.code()).isEqualTo("tls");
            assertThat(reason.words())
                    .startsWith("no secure connection could be made to it (TLS): ")
                    .contains(words);
        }

        @ParameterizedTest
        @ValueSource(strings = {"rest", "vertx"})
        void aCertificateOfOursMayBeMissed(String client) throws Exception {
            trusting(Optional.empty());
            FailureReason reason = reason(source(url("server", ClientAuth.REQUIRED), "client", client));

            assertThat(reason.code()).isEqualTo("tls");
            assertThat(reason.words()).contains("certificate of ours");
        }

        @Test
        void whoAsksIsShownToNobodyElse() throws Exception {
            trusting(Optional.of("client"));
            String elsewhere = url("server", ClientAuth.REQUEST);
            int port = sources.https(
                    authority.server("server", ClientAuth.REQUIRED),
                    request -> request.response()
                            .setStatusCode(302)
                            .putHeader("Location", elsewhere)
                            .end());

            assertThat(ask(source("https://localhost:" + port + "/feed")).join().articles())
                    .hasSize(1);
            assertThat(asked).hasSize(1);
            assertThatThrownBy(asked.getFirst().connection()::peerCertificates)
                    .isInstanceOf(SSLPeerUnverifiedException.class);
        }
    }

    @Nested
    class BehindAProxy {

        private ForwardProxy proxy;

        @BeforeEach
        void begin() throws IOException {
            proxy = new ForwardProxy();
        }

        @AfterEach
        void end() throws IOException {
            proxy.close();
        }

        private void proxied(String... keys) {
            Map<String, String> all = new HashMap<>();
            for (int i = 0; i < keys.length; i += 2) {
                all.put("newsfan." + keys[i], keys[i + 1].replace("PROXY", "127.0.0.1:" + proxy.port()));
            }
            NewsfanConfig config = Configs.with(all).getConfigMapping(NewsfanConfig.class);
            Route.Tls tls = new Route.Tls(authority.client(Optional.empty()), user -> {});
            sources.reached(source -> new Route(Optional.of(tls), Proxies.of(source, config)));
        }

        @ParameterizedTest
        @CsvSource({"rest, http", "vertx, http", "rest, socks5", "vertx, socks5"})
        void nobodyButTheProxyLooksNamesUp(String client, String kind) throws Exception {
            proxied("proxy", kind + "://PROXY");
            int port = sources.http(NetworksTest.this::answer);
            Source source = source("http://news.example:" + port + "/feed", "client", client);

            assertThat(ask(source).join().articles()).hasSize(1);
            assertThat(asked.getFirst().authority()).hasToString("news.example:" + port);
            assertThat(proxy.heads().getFirst()).contains("news.example:" + port);
        }

        @ParameterizedTest
        @CsvSource({"rest, http, false", "vertx, http, true", "rest, socks5, true", "vertx, socks5, false"})
        void whatIsSecureStaysSo(String client, String kind, boolean http2) throws Exception {
            proxied("proxy", kind + "://PROXY");
            int port = sources.https(authority.server("server", ClientAuth.NONE), NetworksTest.this::answer);
            Source source = source("https://news.example:" + port + "/feed", "client", client, "http2", "" + http2);

            assertThat(ask(source).join().articles()).hasSize(1);
            assertThat(asked.getFirst().version()).isEqualTo(http2 ? HttpVersion.HTTP_2 : HttpVersion.HTTP_1_1);
            assertThat(proxy.heads().getFirst()).doesNotContain("/feed");
        }

        @ParameterizedTest
        @ValueSource(strings = {"rest", "vertx"})
        void theProxyIsToldWhoAsks(String client) throws Exception {
            proxied("proxy", "http://me:p%40ss+w@PROXY");
            Source source = source(
                    "http://news.example:" + sources.http(NetworksTest.this::answer) + "/feed", "client", client);
            ask(source).join();
            ask(source).join();

            assertThat(proxy.heads())
                    .allSatisfy(head -> assertThat(head)
                            .containsIgnoringCase("Proxy-Authorization: Basic bWU6cEBzcyt3\r\n")
                            .containsOnlyOnce("Basic"));
            assertThat(asked)
                    .allSatisfy(request ->
                            assertThat(request.getHeader("Proxy-Authorization")).isNull());
        }

        @ParameterizedTest
        @ValueSource(strings = {"rest", "vertx"})
        void aProxyMayRefuse(String client) {
            proxied("proxy", "http://PROXY");
            FailureReason reason = reason(source("https://forbidden.example/feed", "client", client));

            assertThat(reason.code()).isEqualTo("proxy");
            assertThat(proxy.heads()).hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({
            "rest, http://127.0.0.1:1, http",
            "vertx, http://127.0.0.1:1, https",
            "rest, http://no-such-host.invalid:80, https",
            "vertx, socks5://no-such-host.invalid:80, http"
        })
        void aProxyMayNotBeThere(String client, String url, String scheme) {
            proxied("proxy", url);
            FailureReason reason = reason(source(scheme + "://news.example/feed", "client", client));

            assertThat(reason.code()).isEqualTo("proxy");
            assertThat(reason.words()).startsWith("the proxy on the way to it can't be connected to");
        }

        @Test
        void someHostsAreAskedDirectly() throws Exception {
            proxied("proxy", "http://PROXY", "no-proxy", "*.internal, 127.*");

            assertThat(ask(source("http://127.0.0.1:" + sources.http(NetworksTest.this::answer) + "/feed"))
                            .join()
                            .articles())
                    .hasSize(1);
            assertThat(proxy.heads()).isEmpty();
        }

        @Test
        void aSourceMayGoAnotherWay() throws Exception {
            proxied("proxy", "http://127.0.0.1:1");
            int port = sources.http(NetworksTest.this::answer);
            String own = "http://127.0.0.1:" + proxy.port();
            ask(source("http://127.0.0.1:" + port + "/feed", "proxy", "none")).join();
            ask(source("http://news.example:" + port + "/feed", "proxy", own)).join();

            assertThat(asked).hasSize(2);
            assertThat(proxy.heads()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"rest", "vertx"})
        void redirectsGoThroughItToo(String client) throws Exception {
            proxied("proxy", "http://PROXY");
            int there = sources.http(NetworksTest.this::answer);
            int here = sources.http(request -> request.response()
                    .setStatusCode(301)
                    .putHeader("Location", "http://other.example:" + there + "/b")
                    .end());
            Source source = source("http://news.example:" + here + "/feed", "client", client);

            assertThat(ask(source).join().articles()).hasSize(1);
            assertThat(asked.getFirst().authority()).hasToString("other.example:" + there);
            assertThat(source.movedTo()).contains("http://other.example:" + there + "/b");
        }

        @Test
        void theyLeadToNobodyWithin() throws Exception {
            proxied("proxy", "http://PROXY");
            int here = sources.http(request -> request.response()
                    .setStatusCode(301)
                    .putHeader("Location", "http://localhost/admin")
                    .end());

            assertThat(reason(source("http://news.example:" + here + "/feed")).words())
                    .contains("http://localhost/admin, a private address");
        }
    }
}

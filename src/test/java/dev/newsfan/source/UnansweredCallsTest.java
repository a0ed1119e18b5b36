package dev.newsfan.source;

import static dev.newsfan.source.RawSources.ANSWER;
import static dev.newsfan.source.RawSources.NEWS;
import static dev.newsfan.source.RawSources.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsfan.api.ContractProfile;
import dev.newsfan.policy.FetchResult;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that are heard of too little, or in an unusual way. */
@QuarkusTest
@TestProfile(ContractProfile.class)
class UnansweredCallsTest {

    @Inject
    Vertx vertx;

    @Inject
    ComputePool pool;

    private final AtomicInteger requests = new AtomicInteger();
    private RawSources sources;

    @BeforeEach
    void begin() {
        sources = new RawSources(vertx, pool);
    }

    @AfterEach
    void end() throws Exception {
        sources.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void aKeptConnectionMayEndAsItIsUsed(String client) throws Exception {
        Source source = sources.source(
                sources.raw(socket -> {
                    AtomicInteger here = new AtomicInteger();
                    socket.handler(request -> {
                        if (here.incrementAndGet() == 1) {
                            socket.write(ANSWER);
                        } else {
                            socket.close();
                        }
                    });
                }),
                "client",
                client);
        for (int round = 0; round < 5; round++) {
            List<CompletableFuture<FetchResult>> together = new ArrayList<>();
            for (int call = 0; call < 20; call++) {
                together.add(ask(source));
            }
            for (CompletableFuture<FetchResult> answer : together) {
                assertThat(answer.join().articles()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void oneThatNeverAnswersIsAskedTwice(String client) throws Exception {
        int port = sources.raw(socket -> socket.handler(request -> {
            requests.incrementAndGet();
            socket.close();
        }));

        assertThatThrownBy(ask(sources.source(port, "client", client))::join)
                .hasMessageContaining("before its answer was complete");
        assertThat(requests).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void oneThatBeganToAnswerIsAskedTwice(String client) throws Exception {
        int port = sources.raw(socket -> socket.handler(request -> {
            requests.incrementAndGet();
            socket.write(ANSWER.substring(0, ANSWER.length() - 5)).onComplete(written -> socket.close());
        }));

        assertThatThrownBy(ask(sources.source(port, "client", client))::join)
                .hasMessageContaining("before its answer was complete");
        assertThat(requests).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({"rest, 102", "rest, 103", "rest, 100", "rest, 199", "vertx, 102", "vertx, 103", "vertx, 199"})
    void interimResponsesArePassedOver(String client, int status) throws Exception {
        String interim = "HTTP/1.1 " + status + " Wait\r\nX-Wait: yes\r\n\r\n";
        int port = sources.raw(socket -> socket.handler(request -> socket.write(interim + interim + ANSWER)));
        Source source = sources.source(port, "client", client, "connections", "1");

        assertThat(ask(source).join().articles()).hasSize(1);
        assertThat(ask(source).join().articles()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"rest, 40000, ''", "vertx, 40000, ''", "rest, 80000, 64 KB", "vertx, 80000, 64 KB"})
    void aHeadMayBeLargeButNotEndless(String client, int size, String reason) throws Exception {
        String head = "HTTP/1.1 200 OK\r\n" + ("Set-Cookie: " + "c".repeat(988) + "\r\n").repeat(size / 1000);
        int port = sources.raw(socket ->
                socket.handler(request -> socket.write(head + "Content-Length: " + NEWS.length() + "\r\n\r\n" + NEWS)));
        CompletableFuture<FetchResult> answer = ask(sources.source(port, "client", client));

        if (reason.isEmpty()) {
            assertThat(answer.join().articles()).hasSize(1);
        } else {
            assertThatThrownBy(answer::join).hasMessageContaining("the head of its answer is larger than " + reason);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void neitherClientUnpacksByItself(String client) throws Exception {
        int port = sources.raw(socket -> socket.handler(request ->
                socket.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 9\r\n\r\nnot gzip!")));

        assertThatThrownBy(ask(sources.source(port, "client", client))::join).hasMessageContaining("can't be unpacked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void anAnswerMayNotComeInCrumbs(String client) throws Exception {
        String crumbs = "1\r\n \r\n".repeat(50_000);
        int port = sources.raw(socket -> socket.handler(
                request -> socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + crumbs)));

        assertThatThrownBy(ask(sources.source(port, "client", client))::join).hasMessageContaining("too many pieces");
    }

    @Nested
    class OverHttp2 {

        @ParameterizedTest
        @ValueSource(strings = {"rest", "vertx"})
        void aStreamMayBeRefused(String client) throws Exception {
            int refused = 7;
            Source source = source(client, request -> request.response().reset(refused));

            assertThat(ask(source).join().articles()).hasSize(1);
            assertThat(requests).hasValue(2);
        }

        @ParameterizedTest
        @ValueSource(strings = {"rest", "vertx"})
        void aConnectionMaySayGoodbye(String client) throws Exception {
            Source source = source(client, request -> request.connection().goAway(0, 0));

            assertThat(ask(source).join().articles()).hasSize(1);
            assertThat(requests).hasValue(2);
        }

        @ParameterizedTest
        @ValueSource(strings = {"rest", "vertx"})
        void anyOtherResetIsRepeated(String client) throws Exception {
            int internalError = 2;
            Source source = source(client, request -> request.response().reset(internalError));

            assertThat(ask(source).join().articles()).hasSize(1);
            assertThat(requests).hasValue(2);
        }

        @ParameterizedTest
        @ValueSource(strings = {"rest", "vertx"})
        void pingsWithoutEndEndTheConnection(String client) throws Exception {
            Source source = source(client, request -> {
                for (int i = 0; i < 5_000; i++) {
                    request.connection().ping(Buffer.buffer("12345678"));
                }
            });

            assertThatThrownBy(ask(source)::join).hasMessageContaining("not proper HTTP");
            assertThat(requests).hasValue(1);
            assertThat(ask(source).join().articles()).hasSize(1);
        }

        /** One whose first request is not answered. */
        private Source source(String client, Consumer<HttpServerRequest> first) throws Exception {
            int port = sources.http(request -> {
                if (requests.incrementAndGet() == 1) {
                    first.accept(request);
                } else {
                    request.response().end(NEWS);
                }
            });
            return sources.source(port, "client", client, "http2", "true");
        }
    }
}

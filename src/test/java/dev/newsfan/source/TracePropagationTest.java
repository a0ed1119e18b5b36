package dev.newsfan.source;

import static dev.newsfan.source.RawSources.NEWS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.api.ContractProfile;
import dev.newsfan.policy.Question;
import dev.newsfan.timeline.ToldStep;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that may know which trace their requests belong to, and those that may not. */
@QuarkusTest
@TestProfile(ContractProfile.class)
class TracePropagationTest {

    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Inject
    Vertx vertx;

    @Inject
    ComputePool pool;

    private final List<MultiMap> asked = new CopyOnWriteArrayList<>();
    private final List<MultiMap> askedElsewhere = new CopyOnWriteArrayList<>();
    private RawSources sources;

    @BeforeEach
    void begin() {
        sources = new RawSources(vertx, pool);
    }

    @AfterEach
    void end() throws Exception {
        sources.close();
    }

    private static void answer(HttpServerRequest request, List<MultiMap> asked) {
        asked.add(request.headers());
        request.response().end(NEWS);
    }

    private static void ask(Source source, Question question) throws Exception {
        source.ask(question.watchedBy(new ToldStep("asker", Map.of("traceparent", PARENT, "tracestate", "a=b"))))
                .subscribeAsCompletionStage()
                .get(20, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @CsvSource({"rest, false", "vertx, false", "rest, true", "vertx, true"})
    void aSourceHearsOfItsTraceIfThatIsSaid(String client, boolean again) throws Exception {
        int port = sources.http(request -> answer(request, asked));
        Question question = again ? Question.NONE.onceMore() : Question.NONE;

        ask(sources.source(port, "client", client, "propagate-trace", "true"), question);

        assertThat(asked).singleElement().satisfies(headers -> {
            assertThat(headers.getAll("traceparent")).containsExactly(PARENT);
            assertThat(headers.getAll("tracestate")).containsExactly("a=b");
            assertThat(headers.contains("baggage")).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void aSourceHearsOfNothingOtherwise(String client) throws Exception {
        int port = sources.http(request -> answer(request, asked));

        ask(sources.source(port, "client", client), Question.NONE);

        assertThat(asked).singleElement().satisfies(TracePropagationTest::saysNothing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void whereARedirectLeadsNobodyHearsOfIt(String client) throws Exception {
        int elsewhere = sources.http(request -> answer(request, askedElsewhere));
        int port = sources.http(request -> {
            asked.add(request.headers());
            String to = request.path().equals("/feed") ? "/moved" : "http://127.0.0.1:" + elsewhere + "/";
            request.response().setStatusCode(302).putHeader("Location", to).end();
        });

        ask(sources.source(port, "client", client, "propagate-trace", "true"), Question.NONE);

        assertThat(asked)
                .hasSize(2)
                .allSatisfy(headers -> assertThat(headers.get("traceparent")).isEqualTo(PARENT));
        assertThat(askedElsewhere).singleElement().satisfies(TracePropagationTest::saysNothing);
    }

    private static void saysNothing(MultiMap headers) {
        assertThat(headers.names()).isNotEmpty().doesNotContain("traceparent", "tracestate", "baggage", "b3");
    }
}

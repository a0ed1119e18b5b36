package dev.newsfan.api;

import static dev.newsfan.api.JsonFeeds.item;
import static dev.newsfan.http.Answers.json;
import static dev.newsfan.http.Answers.openApi;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.Json;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The document is written by hand: here it is held against what the service does. */
@QuarkusTest
@TestProfile(ContractProfile.class)
class OpenApiTest {

    RawUpstream raw;
    private JsonPath document;

    @BeforeEach
    void readTheDocument() {
        document = openApi();
    }

    @BeforeEach
    void haveASourceThatAnswers() {
        raw.answerFeed(item("Raw", "https://raw.example/1", "2026-11-20T01:00:00Z"));
    }

    @Test
    void describesEveryResource() {
        Set<String> resources = Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(bean -> bean.isAnnotationPresent(Path.class) && !bean.isInterface())
                .flatMap(OpenApiTest::paths)
                .filter(path -> !path.startsWith("/lab"))
                .collect(Collectors.toSet());

        // LabOpenApiTest knows the lab.
        assertThat(document.getMap("paths").keySet().stream()
                        .map(Object::toString)
                        .filter(path -> !path.startsWith("/lab")))
                .containsExactlyInAnyOrderElementsOf(resources);
    }

    @ParameterizedTest
    @CsvSource({
        "Digest,         sources=raw,         200, complete",
        "Digest,         'sources=raw,refused', 200, partial",
        "Digest,         'sources=raw&explain=true', 200, explained",
        "BadParameter,   limit=0,                    400, limit",
        "NoSourceUsable, sources=refused,            502, refused"
    })
    void showsExamplesThatLookLikeRealAnswers(String response, String query, int status, String example) {
        Map<String, Object> answer =
                json(given().get("/async-news?" + query), status).getMap("");
        Map<String, Object> shown = document.getMap("components.responses." + response + ".content.'"
                + (status == 200 ? "application/json" : "application/problem+json") + "'.examples." + example
                + ".value");

        assertThat(JsonShape.of(shown)).isEqualTo(JsonShape.of(answer));
    }

    @Test
    void showsTheSourcesAsTheyAre() {
        // what is kept of a source has an age, which the first call of the race below leaves behind
        given().get("/race?modes=async&sources=raw&cache=true").asString();
        Map<String, Object> answer = json(given().get("/sources"), 200).getMap("");
        Map<String, Object> shown =
                document.getMap("paths.'/sources'.get.responses.'200'.content.'application/json'.examples.dev.value");

        assertThat(JsonShape.of(shown)).isEqualTo(JsonShape.of(answer));
        assertThat(state(shown)).isEqualTo(state(answer));
    }

    @Test
    void showsAJsonFeedAsItIs() {
        Map<String, Object> answer =
                json(given().get("/feed.json?sources=raw&q=raw"), 200).getMap("");
        Map<String, Object> shown =
                document.getMap("components.responses.JsonFeed.content.'application/feed+json'.examples.one.value");

        assertThat(JsonShape.of(shown)).isEqualTo(JsonShape.of(answer));
    }

    @Test
    void showsAnAtomFeedThatIsOne() throws Exception {
        String shown =
                document.getString("components.responses.AtomFeed.content.'application/atom+xml'.examples.one.value");

        new AtomDocument(shown.strip().getBytes(StandardCharsets.UTF_8)).assertIsValid();
    }

    /** Of the sources that have the most to say. */
    private static Set<String> state(Map<String, Object> overview) {
        return new JsonPath(Json.encode(overview))
                .getList("sources.state", Map.class).stream()
                        .flatMap(state -> ((Map<?, ?>) state).keySet().stream())
                        .map(Object::toString)
                        .collect(Collectors.toSet());
    }

    @Test
    void swaggerUiShowsIt() {
        Response page = given().get("/q/swagger-ui/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("swagger-ui-bundle.js");
    }

    private static Stream<String> paths(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getMethods())
                .filter(method -> method.isAnnotationPresent(GET.class) || method.isAnnotationPresent(PUT.class))
                .map(method -> method.getAnnotation(Path.class))
                .map(path -> path == null ? root : (root + "/" + path.value()).replaceAll("/+", "/"));
    }
}

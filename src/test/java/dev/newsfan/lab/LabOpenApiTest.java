package dev.newsfan.lab;

import static dev.newsfan.http.Answers.openApi;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.newsfan.api.JsonShape;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The document is written by hand: here it is held against what the lab does. */
@QuarkusTest
@TestProfile(LabProfile.class)
@Tag("long")
class LabOpenApiTest {

    private JsonPath document;

    @BeforeEach
    void readTheDocument() {
        document = openApi();
    }

    @Test
    void describesEveryExperiment() {
        Set<String> resources = new ClassFileImporter()
                .importPackages("dev.newsfan.lab").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(LabOpenApiTest::paths)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(document.getMap("paths").keySet().stream()
                        .map(Object::toString)
                        .filter(path -> path.startsWith("/lab")))
                .containsExactlyInAnyOrderElementsOf(resources);
    }

    @ParameterizedTest
    @CsvSource({
        "/lab/{mode}/wait,       sync,    /lab/sync/wait?seconds=0.001&user_name=Ada",
        "/lab/matrix,            quick,   /lab/matrix?seconds=0.001",
        "/lab/{mode}/gather,     async,   /lab/async/gather?seconds=0.001",
        "/lab/step/{step},       three,   /lab/step/three",
        "/lab/wrong,             wrong,   /lab/wrong?seconds=0.001",
        "/lab/right,             right,   /lab/right?seconds=0.001",
        "/lab/cpu/{place},       virtual, /lab/cpu/virtual?rounds=1",
        "/lab/cpu/{place},       on-loop, /lab/cpu/on-loop?rounds=1",
        "/lab/{mode}/file,       async,   /lab/async/file?seconds=0.001",
        "/lab/connections,       kept,    /lab/connections",
        "/lab/connections/peer,  any,     /lab/connections/peer",
        "/lab/clients,           rest,    /lab/clients?calls=1",
        "/lab/hedging,           hedged,  /lab/hedging?calls=20&hedged=true",
        "/lab/clients/peer,      any,     /lab/clients/peer",
        "/lab/predictions/{experiment}, gather, /lab/predictions/gather",
        "/lab/predictions/{experiment}, callers, /lab/predictions/callers?callers=300",
        "/lab/predictions/{experiment}, loops, /lab/predictions/loops",
        "/lab/predictions/{experiment}, connections, /lab/predictions/connections",
        "/lab/predictions/{experiment}, clients, /lab/predictions/clients",
        "/lab/predictions/{experiment}, hedging, /lab/predictions/hedging",
    })
    void showsExamplesThatLookLikeRealAnswers(String path, String example, String request) {
        Map<String, Object> shown = document.getMap(
                "paths.'" + path + "'.get.responses.'200'.content.'application/json'.examples.'" + example + "'.value");
        Map<String, Object> answer =
                get(request).then().statusCode(200).extract().jsonPath().getMap("");

        assertThat(JsonShape.of(shown)).isEqualTo(JsonShape.of(answer));
    }

    private static Stream<String> paths(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getMethods())
                .filter(method -> method.isAnnotationPresent(GET.class))
                .map(method -> method.getAnnotation(Path.class))
                .map(path -> path == null ? root : (root + "/" + path.value()).replaceAll("/+", "/"))
                .map(path -> path.replaceFirst("^/lab/(sync|async|virtual)/", "/lab/{mode}/"));
    }
}

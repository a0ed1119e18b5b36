package dev.newsfan.lab;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LabProfile.class)
class FileTest {

    private static JsonPath read(String mode) {
        return get("/lab/" + mode + "/file?seconds=0.2")
                .then()
                .statusCode(200)
                .body("mode", equalTo(mode))
                .body("bytes", equalTo(65536))
                .body("tasks.name", contains("file", "work"))
                .body("tasks.outcome", contains("ok", "ok"))
                .extract()
                .jsonPath();
    }

    @ParameterizedTest
    @ValueSource(strings = {"async", "virtual"})
    void theOtherWorkIsDoneWhileTheFileIsRead(String mode) {
        JsonPath inLine = read("sync");
        JsonPath together = read(mode);

        assertThat(inLine.getDouble("predicted.total_time")).isEqualTo(0.6);
        assertThat(together.getDouble("predicted.total_time")).isEqualTo(0.4);
        assertThat(inLine.getDouble("measured.total_time")).isGreaterThanOrEqualTo(0.59);
        assertThat(together.getDouble("measured.total_time"))
                .isGreaterThanOrEqualTo(0.38)
                .isLessThan(0.95 * inLine.getDouble("measured.total_time"));
    }
}

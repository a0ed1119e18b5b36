package dev.newsfan.lab.file;

import static dev.newsfan.http.Answers.json;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.lab.LabProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LabProfile.class)
@Tag("long")
class FileTest {

    private static JsonPath read(String mode, double seconds) {
        JsonPath answer = json(get("/lab/" + mode + "/file?seconds=" + seconds), 200);
        assertThat(answer.getString("mode")).isEqualTo(mode);
        assertThat(answer.getInt("bytes")).isEqualTo(65_536);
        assertThat(answer.getList("tasks.name")).containsExactly("file", "work");
        assertThat(answer.getList("tasks.outcome")).containsExactly("ok", "ok");
        return answer;
    }

    @ParameterizedTest
    @ValueSource(strings = {"async", "virtual"})
    void theOtherWorkIsDoneWhileTheFileIsRead(String mode) {
        // The first read of a service takes longer.
        read("sync", 0.001);
        read(mode, 0.001);

        JsonPath inLine = read("sync", 0.2);
        JsonPath together = read(mode, 0.2);

        assertThat(inLine.getDouble("predicted.total_time")).isEqualTo(0.6);
        assertThat(together.getDouble("predicted.total_time")).isEqualTo(0.4);
        assertThat(inLine.getDouble("measured.total_time")).isGreaterThanOrEqualTo(0.59);
        assertThat(together.getDouble("measured.total_time"))
                .isGreaterThanOrEqualTo(0.38)
                .isLessThan(0.95 * inLine.getDouble("measured.total_time"));
    }

    @ParameterizedTest
    @CsvSource({"sync, executor-thread-", "async, vert.x-eventloop-thread-", "virtual, virtual-"})
    void theThreadsThatWaitAreThoseOfTheMode(String mode, String thread) {
        assertThat(read(mode, 0.01).getList("tasks.thread", String.class))
                .allSatisfy(name -> assertThat(name).startsWith(thread));
    }
}

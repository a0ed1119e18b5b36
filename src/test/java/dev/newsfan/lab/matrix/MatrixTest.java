package dev.newsfan.lab.matrix;

import static dev.newsfan.http.Answers.json;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.lab.LabProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(LabProfile.class)
class MatrixTest {

    @Test
    void theOrderDecidesHowLongItTakesAndNotWhatWaits() {
        JsonPath answer = json(get("/lab/matrix?seconds=0.2"), 200);

        assertThat(answer.getList("cells")).hasSize(6);
        for (String waits : List.of("worker thread", "event loop", "virtual thread")) {
            double inLine = measured(answer, waits, "in line");
            double atOnce = measured(answer, waits, "at once");
            assertThat(inLine).as(waits).isGreaterThanOrEqualTo(0.595);
            assertThat(atOnce).as(waits).isGreaterThanOrEqualTo(0.198).isLessThan(0.8 * inLine);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "worker thread,  executor-,         1, 3",
        "event loop,     vert.x-eventloop-, 1, 1",
        "virtual thread, virtual,           1, 3",
    })
    void itNamesTheThreadsThatTookPart(String waits, String name, int inLine, int atOnce) {
        JsonPath answer = json(get("/lab/matrix?seconds=0.05"), 200);

        assertThat(threads(answer, waits, "in line")).hasSize(inLine).allMatch(thread -> thread.contains(name));
        assertThat(threads(answer, waits, "at once")).hasSize(atOnce).allMatch(thread -> thread.contains(name));
    }

    private static double measured(JsonPath answer, String waits, String order) {
        return answer.getDouble(cell(waits, order) + ".measured.total_time");
    }

    private static List<String> threads(JsonPath answer, String waits, String order) {
        return answer.getList(cell(waits, order) + ".threads");
    }

    private static String cell(String waits, String order) {
        return "cells.find { it.waits == '" + waits + "' && it.order == '" + order + "' }";
    }
}

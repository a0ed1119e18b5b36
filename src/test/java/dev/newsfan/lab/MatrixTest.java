package dev.newsfan.lab;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LabProfile.class)
class MatrixTest {

    @Test
    void theOrderDecidesHowLongItTakesAndNotWhatWaits() {
        JsonPath answer = get("/lab/matrix?seconds=0.2")
                .then()
                .statusCode(200)
                .body("cells.size()", equalTo(6))
                .extract()
                .jsonPath();

        for (String waits : List.of("worker thread", "event loop", "virtual thread")) {
            double inLine = measured(answer, waits, "in line");
            double atOnce = measured(answer, waits, "at once");
            assertThat(inLine).as(waits).isGreaterThanOrEqualTo(0.595);
            assertThat(atOnce).as(waits).isGreaterThanOrEqualTo(0.198).isLessThan(0.8 * inLine);
        }
    }

    @Test
    void itNamesTheThreadsThatTookPart() {
        JsonPath answer = get("/lab/matrix?seconds=0.05").jsonPath();

        assertThat(threads(answer, "worker thread", "in line"))
                .singleElement()
                .asString()
                .startsWith("executor-");
        assertThat(threads(answer, "worker thread", "at once"))
                .hasSize(3)
                .allMatch(name -> name.startsWith("executor-"));
        assertThat(threads(answer, "event loop", "in line"))
                .singleElement()
                .asString()
                .startsWith("vert.x-eventloop-");
        assertThat(threads(answer, "event loop", "at once"))
                .singleElement()
                .asString()
                .startsWith("vert.x-eventloop-");
        assertThat(threads(answer, "virtual thread", "in line"))
                .singleElement()
                .asString()
                .contains("virtual");
        assertThat(threads(answer, "virtual thread", "at once")).hasSize(3).allMatch(name -> name.contains("virtual"));
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

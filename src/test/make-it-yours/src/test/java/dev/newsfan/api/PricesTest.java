package dev.newsfan.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** The prices of dev mode's three shops; one of them writes one offer without a price. */
@QuarkusTest
class PricesTest {

    @Test
    void theShopsAreComparedCheapestFirst() {
        JsonPath comparison = given().queryParam("product", "kettle-7")
                .get("/async-prices?explain=true")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(comparison.getString("product")).isEqualTo("kettle-7");
        assertThat(comparison.getList("offers.shop")).containsExactly("cedar", "alder", "birch");
        assertThat(comparison.getList("offers.price", Double.class)).containsExactly(27.49, 29.9, 31.0);
        assertThat(comparison.getList("sources.outcome")).containsOnly("ok").hasSize(3);
        assertThat(comparison.getList("sources.dropped")).containsExactly(0, 1, 0);
        assertThat(comparison.getList("explain.steps.step"))
                .containsExactly("waiting", "call", "call", "call", "merging");
    }

    @Test
    void withoutAProductNothingIsAsked() {
        Response refused = given().get("/sync-prices");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.jsonPath().getString("parameter")).isEqualTo("product");
    }
}

package dev.newsfan.api;

import static io.restassured.RestAssured.given;

/** How many requests a mode holds, as the service itself says. */
final class AtWork {

    private AtWork() {}

    /** Such as {@code 1 of 200}. */
    static String in(String mode) {
        return given().get("/q/health/ready")
                .jsonPath()
                .getString("checks.find { it.name == 'news' }.data." + mode + "_at_work");
    }
}

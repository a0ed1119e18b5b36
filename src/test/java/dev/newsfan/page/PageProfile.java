package dev.newsfan.page;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.LinkedHashMap;
import java.util.Map;

/** The three sources of dev mode and nine more, none with much patience, and room for few requests. */
public class PageProfile implements QuarkusTestProfile {

    static final int LIMIT = 2;
    static final int MORE = 9;

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> config = new LinkedHashMap<>();
        for (String mode : new String[] {"sync", "async", "virtual"}) {
            config.put("newsfan.limits." + mode, String.valueOf(LIMIT));
        }
        for (String source : StubbedSources.USUAL) {
            config.put("newsfan.sources." + source + ".timeout", "2500ms");
        }
        for (int number = 1; number <= MORE; number++) {
            String source = "newsfan.sources.more-" + number + ".";
            config.put(
                    source + "url",
                    "http://localhost:${quarkus.wiremock.devservices.port}/more-" + number + "/feed.json");
            config.put(source + "format", "json-feed");
            config.put(source + "order", String.valueOf(3 + number));
            config.put(source + "timeout", "2500ms");
        }
        config.put("newsfan.lab.fan-out", String.join(",", LabTest.FAN_OUT));
        return config;
    }
}

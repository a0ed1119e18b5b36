package dev.newsfan.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The sources of dev mode, and the two that write bytes of a test's choice. */
public class RawProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("newsfan.sources.raw.format", "json-feed", "newsfan.sources.raw-hasty.format", "json-feed");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(RawUpstream.class));
    }
}

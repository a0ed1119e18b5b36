package dev.newsfan.lab;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A small lab: few worker threads, few permits, and a fan-out that goes wrong in some places. */
public class LabProfile implements QuarkusTestProfile {

    static final int LIMIT = 3;
    public static final int WORKERS = 6;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "newsfan.lab.limit", String.valueOf(LIMIT),
                "quarkus.thread-pool.max-threads", String.valueOf(WORKERS),
                "newsfan.limits.sync", String.valueOf(WORKERS),
                // Otherwise it takes two seconds until Vert.x complains.
                "quarkus.vertx.max-event-loop-execute-time", "200ms");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(ExternalServer.class));
    }
}

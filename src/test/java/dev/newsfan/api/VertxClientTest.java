package dev.newsfan.api;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** The contract of the news once more, with all sources asked by Vert.x' own client. */
@QuarkusTest
@Tag("long")
@TestProfile(VertxClientTest.Profile.class)
class VertxClientTest extends AsyncNewsTest {

    /** The same sources, asked by the other client. */
    public static class Profile extends ContractProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new LinkedHashMap<>(super.getConfigOverrides());
            config.keySet().stream()
                    .filter(key -> key.matches("newsfan\\.sources\\.[^.]+\\.order"))
                    .map(key -> key.replace(".order", ".client"))
                    .toList()
                    .forEach(key -> config.put(key, "vertx"));
            for (DevSource source : DevSource.values()) {
                config.put("newsfan.sources." + source.word + ".client", "vertx");
            }
            return config;
        }
    }
}

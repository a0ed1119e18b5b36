package dev.newsfan.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Whose sources are asked in dev mode: the stubs, or with the profile real those of the world. */
class RealProfileTest {

    private static final Path RESOURCES = Path.of("src/main/resources").toAbsolutePath();

    private static SmallRyeConfig devMode(boolean real) throws IOException {
        SmallRyeConfigBuilder config =
                new SmallRyeConfigBuilder().addDefaultInterceptors().withProfile(real ? "dev,real" : "dev");
        config.withSources(new PropertiesConfigSource(
                RESOURCES.resolve("application.properties").toUri().toURL(), 250));
        if (real) {
            config.withSources(new PropertiesConfigSource(
                    RESOURCES.resolve("application-real.properties").toUri().toURL(), 251));
        }
        return config.build();
    }

    @Test
    void devModeAsksTheStubsAndKeepsNothing() throws IOException {
        SmallRyeConfig config = devMode(false);

        assertThat(config.getValue("newsfan.sources.world-wire.enabled", Boolean.class))
                .isTrue();
        assertThat(config.getValue("newsfan.fresh-for", String.class)).isEqualTo("0");
    }

    @Test
    void withRealTheStubsAreNeitherStartedNorAsked() throws IOException {
        SmallRyeConfig config = devMode(true);

        assertThat(config.getValue("quarkus.wiremock.devservices.enabled", Boolean.class))
                .isFalse();
        assertThat(config.getValue("newsfan.sources.world-wire.enabled", Boolean.class))
                .isFalse();
        // Also what is wrong of a source that isn't asked would end the start.
        assertThat(config.getValue("newsfan.sources.world-wire.url", String.class))
                .startsWith("http://localhost:0/");
    }

    @Test
    void withRealAnswersAreKeptInDevModeToo() throws IOException {
        assertThat(devMode(true).getValue("newsfan.fresh-for", String.class)).isEqualTo("10m");
        assertThat(devMode(true).getValue("newsfan.share", Boolean.class)).isTrue();
    }
}

package dev.newsfan.config;

import io.quarkus.runtime.annotations.StaticInitSafe;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Switches off Quarkus' own check of a request's address, which answers with an empty 400 and can't be replaced otherwise;
 * {@code UriCheck} in the room {@code http} does the same and says what is wrong. The switch is a property of the JVM that is
 * read but once, so it is set here, as nothing of ours is made earlier than the sources of the configuration.
 */
@StaticInitSafe
public final class UriCheckSwitch implements ConfigSource {

    private static final String SWITCH = "vertx.disableURIValidation";

    /** Leaves alone what somebody has set. */
    public UriCheckSwitch() {
        if (System.getProperty(SWITCH) == null) {
            System.setProperty(SWITCH, "true");
        }
    }

    @Override
    public String getName() {
        return "no keys: switches off Quarkus' own check of addresses";
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.of();
    }

    @Override
    public String getValue(String key) {
        return null;
    }
}

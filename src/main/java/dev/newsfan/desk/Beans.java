package dev.newsfan.desk;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Makes the desk's values of the configuration. */
class Beans {

    @Produces
    @Singleton
    Limits limits(NewsfanConfig config, Config quarkus) {
        return Limits.of(config.limits(), quarkus);
    }
}

package dev.newsfan.redis;

import dev.newsfan.config.NewsfanConfig;
import dev.newsfan.policy.SharedStore;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Makes the store that the configuration names, or none. */
@Singleton
class SharedStores {

    private final Optional<RedisLink> link;
    private final SharedStore store;

    SharedStores(NewsfanConfig config, Vertx vertx) {
        NewsfanConfig.Cache cache = config.cache();
        link = RedisAddress.of(cache).map(address -> new RedisLink(vertx, address, cache.timeout()));
        store = link.<SharedStore>map(to -> new RedisStore(to, cache.keyPrefix()))
                .orElse(SharedStore.NONE);
    }

    /** Once the configuration has turned out to be right, which is looked at before. */
    void start(@Observes StartupEvent event) {
        link.ifPresent(RedisLink::start);
    }

    @Produces
    @Singleton
    SharedStore store() {
        return store;
    }

    @PreDestroy
    void stop() {
        link.ifPresent(RedisLink::stop);
    }
}

package dev.newsfan.api;

import dev.newsfan.desk.NewsfanConfig;
import dev.newsfan.http.EventStream;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes streams beat as configured. */
class Streams {

    @Produces
    @Singleton
    EventStream stream(Vertx vertx, NewsfanConfig config) {
        return new EventStream(vertx, config.heartbeat());
    }
}

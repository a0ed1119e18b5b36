package dev.newsfan.policy;

import dev.newsfan.config.Rate;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** The store of a service that shares nothing: never there. */
final class NoStore implements SharedStore {

    private static <T> Uni<T> none() {
        return Uni.createFrom().failure(() -> new IllegalStateException("There is no shared store"));
    }

    @Override
    public boolean isThere() {
        return false;
    }

    @Override
    public boolean isUp() {
        return false;
    }

    @Override
    public Uni<Found> find(String key, String token, Duration turn, Duration freshFor) {
        return none();
    }

    @Override
    public Uni<Void> keep(String key, String token, SharedAnswer answer, Keeping keeping) {
        return none();
    }

    @Override
    public Uni<Void> renew(String key, String token, SharedAnswer answer, Keeping keeping) {
        return none();
    }

    @Override
    public Uni<Void> open(String key, String token, Duration time) {
        return none();
    }

    @Override
    public Uni<Void> refuse(String key, String token, FailureReason reason, Duration time) {
        return none();
    }

    @Override
    public Uni<Void> leave(String key, String token) {
        return none();
    }

    @Override
    public Uni<Void> forget(String key, String id) {
        return none();
    }

    @Override
    public Uni<Duration> permit(String key, Rate rate) {
        return none();
    }

    @Override
    public Counts counts() {
        return new Counts(0, 0, 0, 0);
    }
}

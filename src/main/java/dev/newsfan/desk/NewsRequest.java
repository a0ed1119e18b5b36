package dev.newsfan.desk;

import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.Progress;
import dev.newsfan.news.Delivery;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * One request for news.
 *
 * @param query what the caller wants to read
 * @param budget the time for it, running since its arrival
 * @param progress hears how the sources answer, on the threads where they do; it must not block and must not throw
 */
public record NewsRequest(NewsQuery query, Budget budget, Consumer<Progress<Delivery>> progress) {

    public NewsRequest {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(budget, "budget");
        Objects.requireNonNull(progress, "progress");
    }

    /** A request whose progress nobody watches. */
    public NewsRequest(NewsQuery query, Budget budget) {
        this(query, budget, event -> {});
    }
}

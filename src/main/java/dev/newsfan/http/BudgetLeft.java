package dev.newsfan.http;

import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.Mode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Records what was left of the budget of each request that was let in, when it was over: the room there is before it gets late. */
@Singleton
final class BudgetLeft {

    private final Map<Mode, Timer> ofMode = new EnumMap<>(Mode.class);

    BudgetLeft(MeterRegistry metrics) {
        for (Mode mode : Mode.values()) {
            Timer left = Timer.builder("newsfan.request.budget.left")
                    .tag("mode", mode.word())
                    .description("What was left of the budget when a request was over")
                    .register(metrics);
            ofMode.put(mode, left);
        }
    }

    /** A request has been let in, for these modes; one for several belongs to none of them. */
    void watch(RoutingContext request, Budget budget, List<Mode> modes) {
        if (modes.size() == 1) {
            Timer left = ofMode.get(modes.getFirst());
            Delivery.of(request).ifPresent(delivery -> delivery.whenOver(_ -> left.record(budget.left())));
        }
    }
}

package dev.newsfan.http;

import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.Mode;
import dev.newsfan.timeline.Fact;
import dev.newsfan.timeline.Step;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Receives the requests of every resource method that is {@link Admitted}.
 *
 * <p>Application-scoped, as filters are made before the configuration can be read.
 */
@ApplicationScoped
class AdmissionFilter {

    private final Admission admission;
    private final RequestSteps steps;
    private final BudgetLeft budgets;

    AdmissionFilter(Admission admission, RequestSteps steps, BudgetLeft budgets) {
        this.admission = admission;
        this.steps = steps;
        this.budgets = budgets;
    }

    @Admitted
    @ServerRequestFilter(nonBlocking = true)
    Optional<Response> admit(ResourceInfo resource, UriInfo uri, RoutingContext request) throws BadParameterException {
        Budget budget = Budget.startingNow(admission.budget());
        Step step = steps.begin(resource.getResourceMethod(), request);
        List<Mode> modes = modes(resource, uri);
        if (modes.size() == 1) {
            step.tell(Fact.MODE, modes.getFirst().word());
        }
        Optional<Response> refusal = admission.admit(request, budget, step, admission.limiters(modes));
        if (refusal.isEmpty()) {
            budgets.watch(request, budget, modes);
        }
        return refusal;
    }

    private static List<Mode> modes(ResourceInfo resource, UriInfo uri) throws BadParameterException {
        Mode[] declared =
                resource.getResourceMethod().getAnnotation(Admitted.class).value();
        return declared.length > 0 ? List.of(declared) : Parameters.modes(uri);
    }
}

package dev.newsfan.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The same step, as several see it. */
final class AllSteps implements Step {

    private final List<Step> all;
    private final String trace;

    /** @param trace see {@link #trace()} */
    AllSteps(String trace, List<Step> all) {
        this.trace = trace;
        this.all = List.copyOf(all);
    }

    /** As few objects as will do. */
    static Step of(List<Step> steps) {
        List<Step> watched = steps.stream().filter(step -> step != NONE).toList();
        return switch (watched.size()) {
            case 0 -> NONE;
            case 1 -> watched.getFirst();
            default -> new AllSteps(trace(watched).orElse(""), watched);
        };
    }

    /** What the first of them says that knows it. */
    static Optional<String> trace(List<Step> steps) {
        return steps.stream().map(Step::trace).filter(trace -> !trace.isEmpty()).findFirst();
    }

    /** Most often there is one, or none, and every part of every request comes by here. */
    private Step each(UnaryOperator<Step> part) {
        return switch (all.size()) {
            case 0 -> NONE;
            case 1 -> part.apply(all.getFirst());
            default -> of(all.stream().map(part).toList());
        };
    }

    @Override
    public Step begin(StepKind kind, String source) {
        if (kind == StepKind.LANE) {
            return new AllSteps(
                    trace, all.stream().map(step -> step.begin(kind, source)).toList());
        }
        return each(step -> step.begin(kind, source));
    }

    @Override
    public void tell(Fact fact, String value) {
        all.forEach(step -> step.tell(fact, value));
    }

    @Override
    public void tell(Fact fact, long value) {
        all.forEach(step -> step.tell(fact, value));
    }

    @Override
    public void happened(String event) {
        all.forEach(step -> step.happened(event));
    }

    @Override
    public void shares(Step other) {
        // Each of those who hear of this finds its own view of the other among them.
        List<Step> others = other instanceof AllSteps several ? several.all : List.of(other);
        all.forEach(step -> others.forEach(step::shares));
    }

    @Override
    public Step aside(String source) {
        return each(step -> step.aside(source));
    }

    @Override
    public void end() {
        all.forEach(Step::end);
    }

    @Override
    public String trace() {
        return trace;
    }

    @Override
    public Map<String, String> propagation() {
        Map<String, String> headers = new HashMap<>();
        all.forEach(step -> headers.putAll(step.propagation()));
        return headers;
    }
}

package dev.newsfan.timeline;

import java.util.List;

/** Makes one step of several. */
public final class Steps {

    private Steps() {}

    /**
     * That of a request, of which all of these hear.
     *
     * @param trace see {@link Step#trace()}; that of the first of the steps that knows one comes before it
     */
    public static Step request(String trace, List<Step> steps) {
        List<Step> watched = steps.stream().filter(step -> step != Step.NONE).toList();
        return new AllSteps(AllSteps.trace(watched).orElse(trace), watched);
    }

    /** One of which both of these hear. */
    public static Step both(Step one, Step other) {
        return AllSteps.of(List.of(one, other));
    }
}

package dev.newsfan.timeline;

import java.util.List;

/** Makes one step of several. */
public final class Steps {

    private Steps() {}

    /**
     * That of a request, of which all of these hear.
     *
     * @param trace see {@link Step#trace()}
     */
    public static Step request(String trace, List<Step> steps) {
        return new AllSteps(
                trace, steps.stream().filter(step -> step != Step.NONE).toList());
    }

    /** One of which both of these hear. */
    public static Step both(Step one, Step other) {
        return AllSteps.of(List.of(one, other));
    }
}

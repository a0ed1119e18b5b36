package dev.newsfan.timeline;

/** Hears of every request from its beginning, such as what makes spans or histograms of them. From any thread. */
public interface StepListener {

    /** A request has come; {@link Step#NONE} if nothing is to be heard of it. It must not throw. */
    Step begin(Arrival arrival);
}

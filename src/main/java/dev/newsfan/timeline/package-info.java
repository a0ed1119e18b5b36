/**
 * Where a request's time goes: steps within steps, each with what is known of it, told to whoever wants to hear it while the
 * request is under way. Pure Java, and nothing of ours.
 *
 * <p>{@link dev.newsfan.timeline.Step} is handed down from the request to its calls, and from those to what they are made of, by
 * hand: nothing hangs on a thread, so it makes no difference on which thread what happens. {@link
 * dev.newsfan.timeline.StepListener} is implemented by what hears of every request, such as spans and histograms;
 * {@link dev.newsfan.timeline.RecordedStep} keeps one to look at.
 */
package dev.newsfan.timeline;

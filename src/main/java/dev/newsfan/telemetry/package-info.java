/**
 * What the service tells of itself to who runs it, made of the steps of its requests: spans, histograms, and lines of the log.
 *
 * <p>Nobody hands anything to these classes but by {@link dev.newsfan.timeline.StepListener}, so a service can do without any of them.
 */
package dev.newsfan.telemetry;

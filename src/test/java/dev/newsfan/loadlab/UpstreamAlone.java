package dev.newsfan.loadlab;

/**
 * What the sources and the load generator can do without the service between them.
 *
 * @param ceiling calls per second when each is answered at once
 * @param inFlight calls at a time, as many as the largest step will have
 * @param predictedPerSecond calls per second that this makes with the delay of the run
 * @param perSecond calls per second that were measured
 * @param lateness how late the sources' answers were, in seconds
 */
record UpstreamAlone(double ceiling, int inFlight, double predictedPerSecond, double perSecond, double lateness) {

    static final UpstreamAlone NOT_NEEDED =
            new UpstreamAlone(Double.POSITIVE_INFINITY, 0, Double.NaN, Double.NaN, Double.NaN);
}

package dev.newsfan.loadlab;

/**
 * The parts of a step, one after another, in seconds.
 *
 * @param ramp the users come, evenly over a cycle, so that they don't march in step
 * @param settle until the house is as full as it will be
 * @param measure the steady state
 * @param tail the load goes on until the requests of the steady state have their answers
 */
record Pace(double ramp, double settle, double measure, double tail) {

    /** How many predicted response times are measured at least. */
    static final int RESPONSE_TIMES = 5;

    static Pace of(Prediction prediction, Options options) {
        double cycle = prediction.latency() + options.think();
        double least = Math.max(options.seconds(), RESPONSE_TIMES * prediction.latency());
        // Users who came in waves go on in waves, so whole ones are counted. Where others stand before a full house,
        // the next one
        // comes in as soon as one leaves, and nobody thinks between two waves.
        double wave = prediction.refusedPerSecond() > 0 ? prediction.latency() : cycle;
        double measure = options.model() == Model.OPEN || wave == 0 ? least : Math.ceil(least / wave) * wave;
        return new Pace(Math.max(cycle, 0.5), cycle + 0.5, measure, cycle + 0.3);
    }

    double total() {
        return ramp + settle + measure + tail;
    }
}

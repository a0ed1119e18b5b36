package dev.newsfan.loadlab.plan;

/**
 * The phases of a step, one after another, in seconds.
 *
 * @param rampUp the users come, evenly over a cycle of request and thought, so that they don't march in step
 * @param settle until there are as many requests in the server as there will be
 * @param measure the steady state
 * @param tail the load goes on until the requests of the steady state have their answers
 */
public record StepSchedule(double rampUp, double settle, double measure, double tail) {

    /**
     * The steady state of a step: what counts.
     *
     * @param fromMicros since 1970, the first microsecond within
     * @param toMicros the first one behind
     */
    public record MeasurementWindow(long fromMicros, long toMicros) {

        public boolean contains(long micros) {
            return micros >= fromMicros && micros < toMicros;
        }

        public double seconds() {
            return (toMicros - fromMicros) / 1e6;
        }
    }

    /** How many predicted response times are measured at least. */
    private static final int RESPONSE_TIMES = 5;

    static StepSchedule of(StepPrediction prediction, LoadOptions options) {
        double cycle = prediction.latency() + options.think();
        double least = Math.max(options.seconds(), RESPONSE_TIMES * prediction.latency());
        // Users who came in waves go on in waves, so whole ones are counted. Where more want to be let in than may, the
        // next one comes as soon as one leaves, and nobody thinks between two waves.
        double wave = prediction.refusedPerSecond() > 0 ? prediction.latency() : cycle;
        double measure = options.open() || wave == 0 ? least : wholeWaves(least, wave);
        return new StepSchedule(Math.max(cycle, 0.5), cycle + 0.5, measure, cycle + 0.3);
    }

    /** Of callers who ask the sources themselves, one call after another without a thought: they do march in step. */
    public static StepSchedule ofTheSourcesAlone(LoadOptions options) {
        double delay = options.delay();
        double least = Math.clamp(options.seconds() / 3, 1.5, 10);
        double measure = delay == 0 ? least : wholeWaves(least, delay);
        return new StepSchedule(Math.max(0.5, delay), 0.5 + delay, measure, 0.5 + delay);
    }

    private static double wholeWaves(double least, double wave) {
        return Math.ceil(least / wave) * wave;
    }

    public double total() {
        return rampUp + settle + measure + tail;
    }

    /**
     * The steady state of a step whose first request started then.
     *
     * @param startMicros microseconds since 1970
     */
    public MeasurementWindow window(long startMicros) {
        long from = startMicros + Math.round((rampUp + settle) * 1e6);
        return new MeasurementWindow(from, from + Math.round(measure * 1e6));
    }
}

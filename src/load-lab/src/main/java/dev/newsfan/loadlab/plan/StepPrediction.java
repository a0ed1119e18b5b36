package dev.newsfan.loadlab.plan;

/**
 * What a step should show, computed before it is run: Little's law says that the requests in the server are their rate times the
 * time that each spends there. The costs of computing are left out; what is measured is worse by them.
 *
 * @param perSecond requests answered with 200, per second
 * @param latency how long each of them takes, in seconds
 * @param refusedPerSecond requests answered with 503, per second
 */
public record StepPrediction(double perSecond, double latency, double refusedPerSecond) {

    static StepPrediction of(LoadedMode mode, int users, ServerCapacity capacity, LoadOptions options) {
        double service = options.delay() * (mode.isSequential() ? options.callsPerRequest() : 1);
        int concurrent = mode.isSequential() ? Math.min(capacity.workers(), capacity.limit()) : capacity.limit();
        double ceiling = Math.min(concurrent / service, capacity.connections() / options.delay());
        return options.open()
                ? open(users, service, ceiling, capacity.limit())
                : closed(users, service, ceiling, capacity.limit(), options.think());
    }

    private static StepPrediction closed(int users, double service, double ceiling, int limit, double think) {
        double perSecond = Math.min(users / (service + think), ceiling);
        double inServer = Math.min(limit, users - perSecond * think);
        double latency = Double.isInfinite(perSecond) ? 0 : inServer / perSecond;
        // Whoever isn't in the server thinks, and comes again after that.
        double refused = think == 0 ? 0 : (users - inServer) / think - perSecond;
        // Less than this is what the computer leaves of a difference of equals.
        return new StepPrediction(perSecond, latency, refused < 1e-6 ? 0 : refused);
    }

    private static StepPrediction open(int arrivals, double service, double ceiling, int limit) {
        double perSecond = Math.min(arrivals, ceiling);
        // More come than can leave, so the server is full.
        double latency = arrivals > ceiling ? limit / ceiling : service;
        return new StepPrediction(perSecond, latency, arrivals - perSecond);
    }
}

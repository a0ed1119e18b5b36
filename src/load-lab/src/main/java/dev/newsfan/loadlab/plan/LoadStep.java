package dev.newsfan.loadlab.plan;

/** One load on one mode. */
public record LoadStep(
        LoadedMode mode, int users, ServerCapacity capacity, StepPrediction prediction, StepSchedule schedule) {

    static LoadStep of(LoadedMode mode, int users, LoadOptions options, int cores) {
        ServerCapacity capacity = ServerCapacity.of(mode, options, cores);
        StepPrediction prediction = StepPrediction.of(mode, users, capacity, options);
        return new LoadStep(mode, users, capacity, prediction, StepSchedule.of(prediction, options));
    }

    /** How many requests will be in the server at a time. */
    int concurrentRequests() {
        double most = Math.max(users, prediction.perSecond() * prediction.latency());
        return (int) Math.ceil(Math.min(capacity.limit(), most));
    }
}

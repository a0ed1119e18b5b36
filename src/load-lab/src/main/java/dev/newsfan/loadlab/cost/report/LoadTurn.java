package dev.newsfan.loadlab.cost.report;

import dev.newsfan.loadlab.cost.users.LoadResult;

/**
 * One load on one server.
 *
 * @param load what the users had of it
 * @param cpuSeconds the processor time that the server took from before the first request until after the last answer
 */
public record LoadTurn(LoadResult load, double cpuSeconds) {

    /** Processor time for an answer. */
    public double microsPerRequest() {
        return cpuSeconds * 1e6 / load.answers();
    }
}

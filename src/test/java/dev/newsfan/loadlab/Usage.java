package dev.newsfan.loadlab;

/**
 * What a steady state has used; NaN where it is not known. Cores: seconds of computing per second.
 *
 * @param serverCores used by the service, or whoever is loaded
 * @param upstreamCores used by the sources
 * @param generatorCores used by the users
 * @param idle the part of the machine that had nothing to do, 0 to 1
 * @param residentBytes the most memory that the server had
 * @param threads the most platform threads that it had
 * @param mostInFlight the most calls at the sources at a time
 * @param upstreamLateness how late the sources' answers were, in seconds: the median of the worst of each quarter second
 * @param callsPerSecond that came to the sources
 */
record Usage(
        double serverCores,
        double upstreamCores,
        double generatorCores,
        double idle,
        double residentBytes,
        double threads,
        double mostInFlight,
        double upstreamLateness,
        double callsPerSecond) {

    static final Usage UNKNOWN = new Usage(
            Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}

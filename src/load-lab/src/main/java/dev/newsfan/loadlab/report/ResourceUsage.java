package dev.newsfan.loadlab.report;

/**
 * What a steady state has used; NaN where it is not known. Cores: seconds of computing per second.
 *
 * @param serverCores used by the service, or whoever is loaded
 * @param sourceCores used by the sources
 * @param userCores used by the users
 * @param idle the part of the machine that had nothing to do, 0 to 1
 * @param residentBytes the most memory that the server had
 * @param threads the most platform threads that it had
 * @param mostCalls the most calls at the sources at a time
 * @param sourceLateness how late the sources' answers were, in seconds: the median of the worst of each quarter second
 * @param callsPerSecond that came to the sources
 */
public record ResourceUsage(
        double serverCores,
        double sourceCores,
        double userCores,
        double idle,
        double residentBytes,
        double threads,
        double mostCalls,
        double sourceLateness,
        double callsPerSecond) {

    public static final ResourceUsage UNKNOWN = new ResourceUsage(
            Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}

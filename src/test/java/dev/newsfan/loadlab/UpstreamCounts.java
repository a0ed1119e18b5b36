package dev.newsfan.loadlab;

/**
 * What the upstream stub has counted since it was last asked.
 *
 * @param calls that came
 * @param mostInFlight at a time
 * @param lateness the longest that an answer came after its time, in seconds
 */
record UpstreamCounts(long calls, int mostInFlight, double lateness) {

    static UpstreamCounts parse(String text) {
        String[] numbers = text.strip().split(",");
        return new UpstreamCounts(
                Long.parseLong(numbers[0]), Integer.parseInt(numbers[1]), Long.parseLong(numbers[2]) / 1e6);
    }
}

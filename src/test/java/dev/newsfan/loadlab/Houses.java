package dev.newsfan.loadlab;

import java.util.EnumMap;
import java.util.Map;

/**
 * What each server lets in: the service's own choice, or what the options say.
 *
 * @param ofLine a house for each line
 * @param limitsAreSet whether the limits are the options'
 */
record Houses(Map<Line, House> ofLine, boolean limitsAreSet) {

    /** The defaults of the service, as its README has them. */
    private static final int DEFAULT_LIMIT = 1000;

    private static final int DEFAULT_LAB_LIMIT = 32;

    Houses {
        ofLine = Map.copyOf(ofLine);
    }

    static Houses of(Options options, int cores) {
        int workers = options.workers().orElse(Math.max(8 * cores, 200));
        // With a worker pool of one's own choice, one wants to see the users wait for it, not be sent away.
        boolean set = options.limit().isPresent() || options.workers().isPresent() || options.target() == Target.WAIT;
        int chosen = options.limit().orElse(Math.max(options.mostUsers(), DEFAULT_LAB_LIMIT));
        int sync = set ? chosen : workers;
        int others = set ? chosen : DEFAULT_LIMIT;
        int pool = options.target() == Target.WAIT ? Integer.MAX_VALUE : sync + 2 * others;
        Map<Line, House> houses = new EnumMap<>(Line.class);
        for (Line line : Line.values()) {
            int limit = line == Line.SYNC ? sync : others;
            houses.put(line, new House(limit, workers, line == Line.BARE ? others : pool));
        }
        return new Houses(houses, set);
    }

    House of(Line line) {
        return ofLine.get(line);
    }
}

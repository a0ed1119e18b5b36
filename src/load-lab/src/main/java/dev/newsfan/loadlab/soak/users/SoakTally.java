package dev.newsfan.loadlab.soak.users;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the users have seen. For any thread. */
public final class SoakTally {

    private static final int SHOWN = 10;

    private final Map<String, Long> counts = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private long wrongs;

    /** One more of something, by its name for people. */
    public synchronized void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    /** Something that must not be. */
    public synchronized void wrong(String what) {
        wrongs++;
        if (wrong.size() < SHOWN) {
            wrong.add(what);
        }
    }

    /** By name, in alphabetical order. */
    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    /** How much was wrong. */
    public synchronized long wrongs() {
        return wrongs;
    }

    /** The first of it. */
    public synchronized List<String> firstWrong() {
        return List.copyOf(wrong);
    }
}

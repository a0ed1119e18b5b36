package dev.newsfan.loadlab.policies.users;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What all of them got, and how long they waited. For any thread. */
public final class AnswerTally {

    private final Map<Answer, Long> counts = new EnumMap<>(Answer.class);
    private final List<Long> nanos = new ArrayList<>();

    /** All of these together. */
    public static AnswerTally of(List<AnswerTally> tallies) {
        AnswerTally all = new AnswerTally();
        for (AnswerTally tally : tallies) {
            synchronized (tally) {
                tally.counts.forEach((answer, count) -> all.counts.merge(answer, count, Long::sum));
                all.nanos.addAll(tally.nanos);
            }
        }
        return all;
    }

    /** One more; the time of who was refused at once doesn't count. */
    public synchronized void add(Answer answer, long waited) {
        counts.merge(answer, 1L, Long::sum);
        if (answer != Answer.REFUSED) {
            nanos.add(waited);
        }
    }

    public synchronized long of(Answer answer) {
        return counts.getOrDefault(answer, 0L);
    }

    public synchronized long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The shortest time that so large a part of those who were let in didn't exceed, in seconds.
     *
     * @return NaN if there were none
     */
    public synchronized double percentile(double part) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)] / 1e9;
    }
}

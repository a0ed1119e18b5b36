package dev.newsfan.loadlab.soak.servers;

import dev.newsfan.loadlab.soak.Fault;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** What the sources have given since they were started: right answers, each with a number, and faults. For any thread. */
final class SourceCounts {

    private final AtomicLong answers = new AtomicLong();
    private final Map<Fault, AtomicLong> faults = new EnumMap<>(Fault.class);

    SourceCounts() {
        for (Fault fault : Fault.values()) {
            faults.put(fault, new AtomicLong());
        }
    }

    /** The number of an answer that is right. */
    long nextAnswer() {
        return answers.incrementAndGet();
    }

    void count(Fault fault) {
        faults.get(fault).incrementAndGet();
    }

    /** A line {@code ANSWERS=7}, and one for each fault. */
    String lines() {
        return faults.entrySet().stream()
                .map(fault -> fault.getKey() + "=" + fault.getValue())
                .collect(Collectors.joining("\n", "ANSWERS=" + answers + "\n", "\n"));
    }
}

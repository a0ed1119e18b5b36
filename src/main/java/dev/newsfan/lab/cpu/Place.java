package dev.newsfan.lab.cpu;

import dev.newsfan.lab.eventloops.LoopWatch.Figures;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where to compute, and what is predicted of it. */
enum Place {
    /** Wrong: everybody whom this event loop serves waits until it is done. */
    ON_LOOP,
    /** Right: it computes on a worker thread, which the operating system interrupts when others want to run. */
    OFFLOADED,
    /** No better: nobody interrupts a virtual thread that computes, so others wait until its carrier is free. */
    VIRTUAL;

    static Place of(String word) {
        var places = Stream.of(values()).filter(place -> place.word().equals(word));
        return places.findFirst().orElseThrow(NotFoundException::new);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param time that the work takes, if it is known */
    Figures predicted(Optional<Duration> time) {
        return Figures.predicted(time, this == ON_LOOP ? time : Optional.of(Duration.ZERO));
    }

    /** How long another thread of the kind waits for its first step while others of the kind do the work. */
    Duration delay(Duration time) {
        return this == VIRTUAL ? time : Duration.ZERO;
    }
}

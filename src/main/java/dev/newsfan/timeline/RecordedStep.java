package dev.newsfan.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** Keeps a request to look at: each step with its time, what is known of it and what happened in it. From any thread. */
public final class RecordedStep implements Step {

    /**
     * How many steps and events are kept of a request, beside its own steps, of which there are few: a call that is made of hundreds
     * of requests must not fill the memory.
     */
    static final int MOST = 2000;

    private final Recording recording;
    private final StepKind kind;
    private final String source;
    private final long started;
    /** Guarded by this, as are the others. */
    private final Map<Fact, Object> facts = new EnumMap<>(Fact.class);

    private final List<RecordedEvent> events = new ArrayList<>();
    private final List<RecordedStep> parts = new ArrayList<>();
    private boolean over;
    private long ended;

    /** What all steps of a request share: its beginning, its clock, and how much more is kept. */
    private record Recording(long begun, LongSupplier nanos, AtomicInteger left) {

        long now() {
            return nanos.getAsLong() - begun;
        }

        boolean take() {
            return left.getAndDecrement() > 0;
        }
    }

    private RecordedStep(Recording recording, StepKind kind, String source, long started) {
        this.recording = recording;
        this.kind = kind;
        this.source = source;
        this.started = started;
    }

    /**
     * Begins to keep a request, or what it does in one mode.
     *
     * @param spent how long ago it has come: it has waited since then
     */
    public static RecordedStep of(StepKind kind, Duration spent) {
        return of(kind, spent, System::nanoTime);
    }

    /** @param nanos such as {@link System#nanoTime()} */
    static RecordedStep of(StepKind kind, Duration spent, LongSupplier nanos) {
        long begun = nanos.getAsLong() - spent.toNanos();
        RecordedStep whole = new RecordedStep(new Recording(begun, nanos, new AtomicInteger(MOST)), kind, "", 0);
        RecordedStep waiting = new RecordedStep(whole.recording, StepKind.WAITING, "", 0);
        waiting.end();
        whole.parts.add(waiting);
        return whole;
    }

    @Override
    public Step begin(StepKind part, String partSource) {
        boolean own = kind == StepKind.REQUEST || kind == StepKind.LANE;
        if (!own && !recording.take()) {
            return NONE;
        }
        RecordedStep begun =
                new RecordedStep(recording, part, partSource.isEmpty() ? source : partSource, recording.now());
        synchronized (this) {
            parts.add(begun);
        }
        return begun;
    }

    @Override
    public synchronized void tell(Fact fact, String value) {
        facts.put(fact, value);
    }

    @Override
    public synchronized void tell(Fact fact, long value) {
        facts.put(fact, value);
    }

    @Override
    public void happened(String event) {
        if (recording.take()) {
            RecordedEvent now = new RecordedEvent(event, Duration.ofNanos(recording.now()));
            synchronized (this) {
                events.add(now);
            }
        }
    }

    @Override
    public synchronized void end() {
        if (!over) {
            over = true;
            ended = recording.now();
        }
    }

    /** What is known by now. A step that goes on lasts until now. */
    public synchronized Timeline timeline() {
        long end = over ? ended : recording.now();
        return new Timeline(
                kind,
                source,
                Duration.ofNanos(started),
                Duration.ofNanos(end - started),
                facts,
                events,
                parts.stream().map(RecordedStep::timeline).toList());
    }
}

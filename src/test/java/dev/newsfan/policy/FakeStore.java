package dev.newsfan.policy;

import dev.newsfan.config.Rate;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A store in memory, by a test's time, that can be taken away. */
public final class FakeStore implements SharedStore {

    private final Timing timing;
    private final Map<String, Entry> answers = new HashMap<>();
    private final Map<String, Turn> turns = new HashMap<>();
    private final Map<String, Refusal> refusals = new HashMap<>();
    private final Map<String, Deque<Instant>> calls = new HashMap<>();
    private boolean known = true;
    private boolean answering = true;
    private int looks;

    private record Entry(Optional<SharedAnswer> answer, Instant since, Keeping keeping) {}

    private record Turn(String token, Instant end) {}

    private record Refusal(FailureReason reason, Instant end) {}

    /** An empty one. */
    public FakeStore(Timing timing) {
        this.timing = timing;
    }

    /** It is gone, and that is known. */
    void isGone() {
        known = false;
        answering = false;
    }

    /** It has gone just now. */
    void goes() {
        answering = false;
    }

    /** How often it was looked at. */
    int looks() {
        return looks;
    }

    /** Whose turn it is, with how many. */
    int turns() {
        return turns.size();
    }

    /** How many answers it holds. */
    long answers() {
        return answers.values().stream()
                .filter(entry -> entry.answer().isPresent())
                .count();
    }

    @Override
    public boolean isUp() {
        return known;
    }

    private <T> Uni<T> run(Supplier<T> operation) {
        return Uni.createFrom().item(() -> {
            if (!answering) {
                throw new IllegalStateException("gone");
            }
            return operation.get();
        });
    }

    @Override
    public Uni<Found> find(String key, String token, Duration turn, Duration freshFor) {
        return run(() -> look(key, token, turn, freshFor));
    }

    private Found look(String key, String token, Duration turn, Duration freshFor) {
        looks++;
        Instant now = timing.now();
        refusals.values().removeIf(refusal -> !refusal.end().isAfter(now));
        answers.values()
                .removeIf(entry -> !entry.since().plus(entry.keeping().total()).isAfter(now));
        turns.values().removeIf(held -> !held.end().isAfter(now));
        if (refusals.containsKey(key)) {
            Refusal refusal = refusals.get(key);
            return new Found.Refused(refusal.reason().backedOff(Duration.between(now, refusal.end())));
        }
        Optional<Entry> entry = Optional.ofNullable(answers.get(key));
        Optional<SharedAnswer> aged = entry.flatMap(kept -> kept.answer()
                .map(answer -> new SharedAnswer(
                        answer.id(), answer.raw(), answer.headers(), Duration.between(kept.since(), now))));
        Duration allowed = entry.filter(kept -> kept.keeping().reusable())
                .map(kept -> kept.keeping().fresh())
                .map(fresh -> fresh.compareTo(freshFor) > 0 ? fresh : freshFor)
                .orElse(Duration.ZERO);
        if (aged.isPresent() && aged.get().age().compareTo(allowed) < 0) {
            boolean ageing = aged.get().age().compareTo(allowed.multipliedBy(9).dividedBy(10)) >= 0;
            return ageing && turns.putIfAbsent(key, new Turn(token, now.plus(turn))) == null
                    ? new Found.Mine(aged, true)
                    : new Found.Fresh(aged.get());
        }
        Optional<SharedAnswer> checked = aged.filter(answer -> answer.headers().canBeValidated());
        if (entry.filter(kept ->
                        !kept.keeping().reusable() || kept.keeping().fresh().isZero())
                .isPresent()) {
            return new Found.Open(checked);
        }
        return turns.putIfAbsent(key, new Turn(token, now.plus(turn))) == null
                ? new Found.Mine(checked, false)
                : new Found.Theirs();
    }

    private Void end(String key, String token) {
        turns.computeIfPresent(key, (same, turn) -> turn.token().equals(token) ? null : turn);
        return null;
    }

    @Override
    public Uni<Void> keep(String key, String token, SharedAnswer answer, Keeping keeping) {
        return run(() -> {
            answers.put(key, new Entry(Optional.of(answer), timing.now(), keeping));
            return end(key, token);
        });
    }

    @Override
    public Uni<Void> renew(String key, String token, SharedAnswer answer, Keeping keeping) {
        return run(() -> {
            answers.computeIfPresent(
                    key,
                    (same, entry) -> entry.answer()
                            .filter(kept -> kept.id().equals(answer.id()))
                            .map(kept -> new Entry(Optional.of(answer), timing.now(), keeping))
                            .orElse(entry));
            return end(key, token);
        });
    }

    @Override
    public Uni<Void> open(String key, String token, Duration time) {
        return run(() -> {
            answers.put(key, new Entry(Optional.empty(), timing.now(), new Keeping(Duration.ZERO, false, time)));
            return end(key, token);
        });
    }

    @Override
    public Uni<Void> refuse(String key, String token, FailureReason reason, Duration time) {
        return run(() -> {
            refusals.put(key, new Refusal(reason, timing.now().plus(time)));
            return end(key, token);
        });
    }

    @Override
    public Uni<Void> leave(String key, String token) {
        return run(() -> end(key, token));
    }

    @Override
    public Uni<Void> forget(String key, String id) {
        return run(() -> {
            answers.remove(key);
            return null;
        });
    }

    @Override
    public Uni<Duration> permit(String key, Rate rate) {
        return run(() -> {
            Instant now = timing.now();
            Deque<Instant> made = calls.computeIfAbsent(key, none -> new ArrayDeque<>());
            made.removeIf(call -> !call.plus(rate.period()).isAfter(now));
            if (made.size() >= rate.calls()) {
                return Duration.between(now, made.getFirst().plus(rate.period()));
            }
            made.addLast(now);
            return Duration.ZERO;
        });
    }

    @Override
    public Counts counts() {
        return new Counts(looks, 0, 0, 0);
    }
}

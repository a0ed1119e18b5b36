package dev.newsfan.policy;

import dev.newsfan.config.PolicySettings;
import dev.newsfan.timeline.Fact;
import dev.newsfan.timeline.Step;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps a source's answers: a fresh one serves without the source being asked (RFC 9111); one whose freshness is over is asked for
 * again with its validators; and one for which there is no fresh one may serve all the same, and says so.
 *
 * <p>An answer that is in demand is asked for again before its freshness is over, so that nobody waits for it.
 */
public final class Freshness implements Policy {

    /** At most so often, if it fails. */
    private static final Duration LEAST_PAUSE = Duration.ofMillis(100);

    private final String source;
    private final PolicySettings settings;
    private final Duration timeout;
    private final AnswerCache cache;
    private final Timing timing;
    private final PolicyEvents events;
    private final AnswerCache.Key usual;
    private volatile Ask next;

    /**
     * @param source its name
     * @param timeout that it has for a call
     * @param cache of all sources
     */
    public Freshness(
            String source,
            PolicySettings settings,
            Duration timeout,
            AnswerCache cache,
            Timing timing,
            PolicyEvents events) {
        this.source = source;
        this.settings = settings;
        this.timeout = timeout;
        this.cache = cache;
        this.timing = timing;
        this.events = events;
        this.usual = new AnswerCache.Key(source, Question.NONE.parameters());
    }

    @Override
    public Ask around(Ask inner) {
        next = inner;
        return question -> Uni.createFrom()
                .deferred(() -> fresh(question)
                        .map(answer -> Uni.createFrom().item(answer))
                        .orElseGet(() -> fetch(question)));
    }

    /** The fresh answer that is kept, if there is one. It counts as served, and may be asked for ahead of its end. */
    public Optional<SourceAnswer> fresh(Question question) {
        long now = timing.nanos();
        KeptAnswer kept = find(question).orElse(null);
        if (kept == null || !isFresh(kept, question, now)) {
            return Optional.empty();
        }
        if (question.freshFor().isZero() && kept.begins(now)) {
            refresh(question, kept);
        }
        events.count(PolicyEvent.FRESH);
        return Optional.of(kept.answer().fresh(kept.age(now), left(kept, question, now)));
    }

    /** Whether there is one; counts nothing. */
    public boolean isFresh(Question question) {
        return find(question)
                .filter(kept -> isFresh(kept, question, timing.nanos()))
                .isPresent();
    }

    /**
     * An answer that may serve where there is no fresh one for this reason: an older one, or a fresh one that nobody had the time to
     * ask for.
     */
    public Optional<SourceAnswer> instead(Question question, FailureReason why) {
        Optional<SourceAnswer> fresh = fresh(question);
        if (fresh.isPresent()) {
            return fresh;
        }
        long now = timing.nanos();
        Optional<SourceAnswer> stale = find(question)
                .filter(kept -> kept.left(now).plus(settings.staleFor()).isPositive())
                .map(kept -> kept.answer().aged(kept.age(now)).stale(why));
        stale.ifPresent(served -> events.count(PolicyEvent.STALE));
        return stale;
    }

    /** How long ago the answer that is kept was fetched, if there is one. */
    public Optional<Duration> age() {
        long now = timing.nanos();
        return find(Question.NONE).map(kept -> kept.age(now));
    }

    private Optional<KeptAnswer> find(Question question) {
        return cache.find(key(question));
    }

    private AnswerCache.Key key(Question question) {
        return question.parameters().isEmpty() ? usual : new AnswerCache.Key(source, question.parameters());
    }

    private static boolean isFresh(KeptAnswer kept, Question question, long now) {
        return left(kept, question, now).isPositive();
    }

    private static Duration left(KeptAnswer kept, Question question, long now) {
        return Lifetimes.longer(kept.left(now), question.freshFor().minus(kept.age(now)));
    }

    private Uni<SourceAnswer> fetch(Question question) {
        long begun = timing.nanos();
        Optional<SourceAnswer> known = find(question)
                .map(KeptAnswer::answer)
                .filter(answer -> answer.headers().canBeValidated());
        Question asked = known.isPresent() ? question.knowing(known) : question;
        return next.ask(asked.within(timeout, timing)).map(answer -> keep(question, answer, begun));
    }

    private SourceAnswer keep(Question question, SourceAnswer answer, long begun) {
        if (!Lifetimes.mayBeKept(answer.headers(), settings)) {
            cache.forget(key(question));
            return answer;
        }
        long now = timing.nanos();
        Duration age = answer.age().orElse(Duration.ZERO);
        Duration left = Lifetimes.left(answer, settings);
        boolean ofUse = left.isPositive()
                || settings.staleFor().isPositive()
                || question.freshFor().isPositive()
                || answer.headers().canBeValidated();
        if (!ofUse) {
            // What was kept before is older than what its source says now (RFC 9111, section 4).
            cache.forget(key(question));
        } else if (find(question).filter(kept -> kept.isOf(answer, begun)).isEmpty()) {
            cache.keep(key(question), KeptAnswer.of(answer, now, age, left, Duration.ofNanos(now - begun)));
        }
        return answer.freshFor(Lifetimes.longer(left, question.freshFor()));
    }

    /** Nobody waits for it; so it needs an end of its own. */
    private void refresh(Question question, KeptAnswer kept) {
        AtomicReference<Cancellable> call = new AtomicReference<>(() -> {});
        Runnable timer = timing.after(timeout, () -> {
            call.get().cancel();
            kept.failed(timing.nanos(), pause(kept));
        });
        Step aside = question.step().aside(source);
        call.set(fetch(question.watchedBy(aside))
                .onTermination()
                .invoke((answer, failure, cancelled) -> {
                    timer.run();
                    end(aside, answer, failure);
                })
                .subscribe()
                .with(
                        answer -> events.count(PolicyEvent.REFRESHED),
                        failure -> kept.failed(timing.nanos(), pause(kept))));
    }

    /** Without an answer and a failure its time was over. */
    private static void end(Step aside, SourceAnswer answer, Throwable failure) {
        if (answer != null) {
            aside.happened(PolicyEvent.REFRESHED.word());
        }
        if (failure != null) {
            SourceException.reasonOf(failure).ifPresent(why -> aside.tell(Fact.CODE, why.code()));
        }
        aside.tell(Fact.OUTCOME, answer != null ? "ok" : failure != null ? "error" : "timeout");
        aside.end();
    }

    private static Duration pause(KeptAnswer kept) {
        Duration lifetime = Duration.ofNanos(kept.freshUntil() - kept.fetchedAt());
        return Lifetimes.longer(LEAST_PAUSE, lifetime.dividedBy(KeptAnswer.PAUSES));
    }
}

package dev.newsfan.policy;

import dev.newsfan.config.PolicySettings;
import dev.newsfan.policy.SharedStore.Found;
import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepKind;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Lets all replicas of the service ask a source once: whoever has the turn asks and puts the answer where the others, who wait,
 * find it. Without a {@link SharedStore} that answers it does nothing.
 */
public final class SharedCache implements Policy {

    /** How long who waits leaves the store alone, at first and at most. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    /** A turn lasts as long as a call may take, and so much more for what comes of it to arrive. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** How long everybody asks after an answer that can't be shared. */
    private static final Duration OPEN = Duration.ofMinutes(1);

    private final SharedStore store;
    private final Place place;
    private final PolicySettings settings;
    private final Timing timing;
    private final PolicyEvents events;
    private final String replica = Long.toHexString(ThreadLocalRandom.current().nextLong());
    private final AtomicLong tokens = new AtomicLong();

    /**
     * What is particular to a source.
     *
     * @param key what a question is called in the store
     * @param reader reads an answer as it came, and fails if that can't be read
     * @param timeout the longest that a call may take
     */
    public record Place(
            Function<Question, String> key, Function<RawAnswer, Uni<SourceAnswer>> reader, Duration timeout) {}

    /** For one source. */
    public SharedCache(SharedStore store, Place place, PolicySettings settings, Timing timing, PolicyEvents events) {
        this.store = store;
        this.place = place;
        this.settings = settings;
        this.timing = timing;
        this.events = events;
    }

    @Override
    public Ask around(Ask next) {
        return question -> Uni.createFrom()
                .deferred(() -> store.isUp() ? new Asking(next, question).find(SHORTEST_PAUSE) : next.ask(question));
    }

    /** One question, from the first look at the store until its answer. */
    private final class Asking {

        private final Ask next;
        private final Question question;
        private final String key;
        private final String token = replica + "-" + tokens.incrementAndGet();

        private Asking(Ask next, Question question) {
            this.next = next;
            this.question = question;
            this.key = place.key().apply(question);
        }

        /** @param pause until the next look, if somebody else has the turn */
        private Uni<SourceAnswer> find(Duration pause) {
            Step looking = question.step().begin(StepKind.SHARED_CACHE);
            return store.find(key, token, place.timeout().plus(GRACE), question.freshFor())
                    .onTermination()
                    .invoke(looking::end)
                    // The turn may have been given to nobody.
                    .onCancellation()
                    .invoke(this::leave)
                    .onItemOrFailure()
                    .transformToUni((found, gone) -> gone == null ? goOn(found, pause) : next.ask(question));
        }

        private Uni<SourceAnswer> goOn(Found found, Duration pause) {
            return switch (found) {
                case Found.Fresh fresh ->
                    read(fresh.answer())
                            .onItem()
                            .invoke(() -> events.count(PolicyEvent.FROM_REPLICA, question))
                            .onFailure()
                            .recoverWithUni(() -> forget(fresh.answer()));
                case Found.Mine turn -> fetch(turn.known(), turn.fresh());
                case Found.Open open -> fetch(open.known(), false);
                case Found.Theirs theirs -> after(pause).chain(() -> find(longer(pause)));
                case Found.Refused refused -> {
                    events.count(PolicyEvent.BACKED_OFF, question);
                    yield Uni.createFrom().failure(new SourceException(refused.reason()));
                }
            };
        }

        private Uni<SourceAnswer> read(SharedAnswer shared) {
            return place.reader().apply(shared.raw()).map(answer -> found(answer, shared));
        }

        /** What is in the store, as old as it is by now. */
        private static SourceAnswer found(SourceAnswer answer, SharedAnswer shared) {
            return SourceAnswer.of(answer.result(), shared.headers().after(shared.age()), Optional.empty())
                    .aged(shared.age())
                    .with(PolicyEvent.FROM_REPLICA);
        }

        /** What another replica has stored can't be read by this one. */
        private Uni<SourceAnswer> forget(SharedAnswer unreadable) {
            start(store.forget(key, unreadable.id()));
            return next.ask(question);
        }

        /** Asks the source, of the answer that is known if it can be asked of that. */
        private Uni<SourceAnswer> fetch(Optional<SharedAnswer> known, boolean fresh) {
            return decoded(known)
                    .chain(earlier -> next.ask(question.knowing(earlier.filter(
                                            answer -> answer.headers().canBeValidated()))
                                    .keepingRaw())
                            .onItem()
                            .transform(answer -> kept(answer, known))
                            .onFailure()
                            .invoke(this::tell)
                            .onFailure()
                            .recoverWithUni(failure -> fresh && earlier.isPresent()
                                    ? Uni.createFrom().item(found(earlier.get(), known.get()))
                                    : Uni.createFrom().failure(failure)))
                    .onCancellation()
                    .invoke(this::leave);
        }

        /**
         * The answer that is known to the store. An answer that this replica alone knows is none: the source would say that it holds,
         * and there would be nothing to share. It has the headers that it came with: if it still holds, they count anew.
         */
        private Uni<Optional<SourceAnswer>> decoded(Optional<SharedAnswer> known) {
            if (known.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
            }
            SharedAnswer shared = known.get();
            Optional<SourceAnswer> own =
                    question.known().filter(answer -> answer.headers().isSameStateAs(shared.headers()));
            return own.map(answer -> Uni.createFrom().item(answer))
                    .orElseGet(() -> place.reader().apply(shared.raw()))
                    .map(answer -> Optional.of(SourceAnswer.of(answer.result(), shared.headers(), Optional.empty())))
                    .onFailure()
                    .recoverWithItem(Optional.empty());
        }

        private SourceAnswer kept(SourceAnswer answer, Optional<SharedAnswer> known) {
            CacheHeaders headers = answer.headers();
            SharedStore.Keeping keeping = keeping(headers);
            boolean same = known.filter(earlier -> earlier.headers().isSameStateAs(headers))
                    .isPresent();
            if (answer.isStale() || keeping.total().isZero()) {
                start(store.open(key, token, OPEN));
            } else if (same || known.isPresent() && answer.events().contains(PolicyEvent.REVALIDATED)) {
                start(store.renew(
                        key, token, shared(known.get().id(), known.get().raw(), headers), keeping));
            } else if (answer.raw().isPresent()) {
                start(store.keep(key, token, shared(token, answer.raw().get(), headers), keeping));
            } else {
                leave();
            }
            return answer.withoutRaw();
        }

        private static SharedAnswer shared(String id, RawAnswer raw, CacheHeaders headers) {
            return new SharedAnswer(id, raw, headers, Duration.ZERO);
        }

        /** For no time at all if nobody could use it. */
        private SharedStore.Keeping keeping(CacheHeaders headers) {
            Duration fresh = Lifetimes.of(headers, settings);
            boolean reusable = Lifetimes.mayBeReused(headers, settings);
            Duration longest = reusable ? Lifetimes.longer(fresh, question.freshFor()) : fresh;
            boolean useful =
                    Lifetimes.mayBeKept(headers, settings) && (longest.isPositive() || headers.canBeValidated());
            return new SharedStore.Keeping(fresh, reusable, useful ? longest.plus(settings.staleFor()) : Duration.ZERO);
        }

        /** Tells the others what the source itself has said, if that counts; other failures are this replica's. */
        private void tell(Throwable failure) {
            Optional<FailureReason> said = SourceException.reasonOf(failure).filter(_ -> settings.backoff());
            Optional<Duration> wish = said.flatMap(FailureReason::wish);
            if (wish.isPresent()) {
                start(store.refuse(key, token, said.get(), wish.get()));
            } else {
                leave();
            }
        }

        private void leave() {
            start(store.leave(key, token));
        }
    }

    /** Nobody waits for it, and it does no harm if it fails: a turn ends by itself. */
    private static void start(Uni<Void> operation) {
        operation.subscribe().with(done -> {}, gone -> {});
    }

    private Uni<Void> after(Duration pause) {
        return Uni.createFrom().emitter(waiting -> {
            Runnable takeBack = timing.after(pause, () -> waiting.complete(null));
            waiting.onTermination(takeBack);
        });
    }

    private static Duration longer(Duration pause) {
        Duration longer = pause.multipliedBy(3).dividedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }
}

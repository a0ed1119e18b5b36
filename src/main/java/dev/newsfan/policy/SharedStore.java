package dev.newsfan.policy;

import dev.newsfan.config.Rate;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/**
 * What the replicas of a service share: answers as they came, whose turn it is to ask, when a source doesn't want to be asked, and
 * how often it has been.
 *
 * <p>From any thread. Each operation answers or fails within a time limit of the store's own, and fails at once while the store is
 * known to be gone; whoever asks goes on without it then. A turn ends by itself after its time, so that nobody waits for a replica
 * that has died.
 */
public interface SharedStore {

    /** There is none. */
    SharedStore NONE = new NoStore();

    /** Whether there is one at all. */
    default boolean isThere() {
        return true;
    }

    /** Whether it is to be had at this moment, as far as is known. */
    boolean isUp();

    /**
     * Looks for an answer that is fresh. If there is none, or it soon won't be, and nobody else has the turn to ask the source, it is
     * given to this token.
     *
     * @param key of a source and what it is asked; names no secret
     * @param token not used before, by anybody
     * @param turn how long the turn lasts, if nobody ends it
     * @param freshFor how old an answer may be even if it was to be fresh for less; zero if that has the say
     */
    Uni<Found> find(String key, String token, Duration turn, Duration freshFor);

    /** Puts an answer in place of any other, and ends the turn of this token. */
    Uni<Void> keep(String key, String token, SharedAnswer answer, Keeping keeping);

    /**
     * An answer that is there still holds, under the headers given with it; ends the turn. If another has taken its place, that
     * stays.
     */
    Uni<Void> renew(String key, String token, SharedAnswer answer, Keeping keeping);

    /** Lets everybody ask at once for this time, as what comes can't be shared; ends the turn. */
    Uni<Void> open(String key, String token, Duration time);

    /** Nobody is to ask for this time, for this reason; ends the turn. */
    Uni<Void> refuse(String key, String token, FailureReason reason, Duration time);

    /** Ends the turn of this token, if it is its. */
    Uni<Void> leave(String key, String token);

    /** Takes away what can't be read, if it is still there. */
    Uni<Void> forget(String key, String id);

    /**
     * Counts one more call, if the rate allows it.
     *
     * @param key of a source
     * @return zero if it may be made now, otherwise how long it takes until the next may
     */
    Uni<Duration> permit(String key, Rate rate);

    /** What has happened so far. */
    Counts counts();

    /** What a look at the store finds. */
    sealed interface Found {

        /** A fresh answer. */
        record Fresh(SharedAnswer answer) implements Found {}

        /**
         * Nothing fresh, and it is this token's turn to ask.
         *
         * @param known an earlier answer, if there is one that the source can be asked of, or that is still fresh
         * @param fresh whether that is still fresh, though not for long
         */
        record Mine(Optional<SharedAnswer> known, boolean fresh) implements Found {}

        /** Nothing fresh, and another has the turn. */
        record Theirs() implements Found {}

        /** Nothing fresh, and nobody waits for anybody. */
        record Open(Optional<SharedAnswer> known) implements Found {}

        /** The source doesn't want to be asked: the reason has the time that is left. */
        record Refused(FailureReason reason) implements Found {}
    }

    /**
     * How long an answer is kept.
     *
     * @param fresh how long it serves without the source being asked
     * @param reusable whether it may serve so at all, for whoever takes an older one
     * @param total how long it is there, for whoever asks the source whether it still holds
     */
    record Keeping(Duration fresh, boolean reusable, Duration total) {}

    /**
     * What has happened since the start.
     *
     * @param operations that were tried, those left out since the store was gone not counted
     * @param failures of them
     * @param garbage how often something was found that can't be read
     * @param full how often there was no room for something
     */
    record Counts(long operations, long failures, long garbage, long full) {}
}

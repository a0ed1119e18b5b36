package dev.newsfan.policy;

import java.util.Optional;

/** A source has failed, for a {@link FailureReason} that may be shown to anyone; its words are the message. */
public final class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FailureReason reason;

    public SourceException(FailureReason reason) {
        this(reason, null);
    }

    /** Sources fail by the thousand when they fail; nobody reads the stack, so none is filled in. */
    public SourceException(FailureReason reason, Throwable cause) {
        super(reason.words(), cause, false, false);
        this.reason = reason;
    }

    /** What went wrong. */
    public FailureReason reason() {
        return reason;
    }

    /** Why a source has no answer; empty if a failure is a mistake of ours. */
    public static Optional<FailureReason> reasonOf(Throwable failure) {
        return failure instanceof SourceException source ? Optional.of(source.reason()) : Optional.empty();
    }

    /** Whether a policy forbade the call. */
    static boolean isForbidden(Throwable failure) {
        return failure instanceof SourceException source && source.reason().forbidden();
    }
}

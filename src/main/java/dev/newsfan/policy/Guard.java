package dev.newsfan.policy;

/** Decides of each call whether it may be made, and hears how it ended. From any thread. */
@FunctionalInterface
interface Guard {

    /**
     * A call is about to be made.
     *
     * @return hears once how it ended
     * @throws SourceException if it must not be made
     */
    Ending enter(Question question);

    /** Hears how one call ended: one of these is called, once. */
    interface Ending {

        /** For whom it makes no difference. */
        Ending UNHEARD = new Ending() {};

        /** With an answer. */
        default void answered() {}

        /** With a failure: a {@link SourceException}, or any other by a mistake of ours. */
        default void failed(Throwable failure) {}

        /** Whoever asked has left, or has missed the {@link Question#deadline}; the call has been cancelled. */
        default void cancelled() {}
    }

    /** Lets every call in, says so, and counts those that no other policy forbids. */
    static Guard counting(PolicyEvent event, PolicyEvents events) {
        Ending counting = new Ending() {
            @Override
            public void answered() {
                events.count(event);
            }

            @Override
            public void failed(Throwable failure) {
                if (!SourceException.isForbidden(failure)) {
                    events.count(event);
                }
            }

            @Override
            public void cancelled() {
                events.count(event);
            }
        };
        return question -> {
            question.step().happened(event.word());
            return counting;
        };
    }
}

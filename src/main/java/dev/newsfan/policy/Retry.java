package dev.newsfan.policy;

/**
 * Asks once more if the connection ended before anything of an answer came, as a kept one does that the source closes just when a
 * call takes it, or one of HTTP/2 that says goodbye or refuses the stream. The second time it is a new connection.
 */
public final class Retry implements Policy {

    @Override
    public Ask around(Ask next) {
        return question -> next.ask(question)
                .onFailure(Retry::mayBeAskedAtOnce)
                .recoverWithUni(() -> next.ask(question.onceMore()));
    }

    private static boolean mayBeAskedAtOnce(Throwable failure) {
        return failure instanceof SourceException source
                && source.reason().retryAfter().filter(wait -> wait.isZero()).isPresent();
    }
}

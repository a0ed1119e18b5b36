package dev.newsfan.source;

/**
 * Asks once more if the connection ended before anything of an answer came, as a kept one does that the source closes just when a
 * call takes it, or one of HTTP/2 that says goodbye or refuses the stream. The second time it is a new connection.
 */
final class RetryUnanswered implements Policy {

    @Override
    public Ask around(Ask next) {
        return question -> next.ask(question)
                .onFailure(ConnectionFailures::isUnanswered)
                .recoverWithUni(() -> next.ask(question.onceMore()));
    }
}

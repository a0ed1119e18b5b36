package dev.newsfan.source;

/**
 * Asks once more if a kept connection was closed before the request could be written to it. Of the connections in a pool, one
 * may end just as a call takes it; the source has seen nothing of such a request, so it can be made again (RFC 9110, section
 * 9.2.2), on another connection or a new one.
 */
final class RetryClosedConnection implements Policy {

    @Override
    public Ask around(Ask next) {
        return question -> next.ask(question)
                .onFailure(FailureReason::isClosedBeforeRequest)
                .retry()
                .atMost(1);
    }
}

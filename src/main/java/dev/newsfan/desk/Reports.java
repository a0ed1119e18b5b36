package dev.newsfan.desk;

import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Reply;
import dev.newsfan.news.Delivery;
import dev.newsfan.news.SourceReport;
import dev.newsfan.source.SourceException;
import java.time.Duration;
import java.util.Optional;

/** Makes source reports of replies. */
final class Reports {

    private Reports() {}

    static SourceReport of(Reply<Delivery> reply) {
        return switch (reply.outcome()) {
            case Outcome.Ok<Delivery>(var delivery) ->
                report(reply, SourceReport.Outcome.OK, delivery, Optional.empty());
            case Outcome.Timeout<Delivery> timeout ->
                failed(reply, SourceReport.Outcome.TIMEOUT, timeoutReason(timeout));
            case Outcome.Failure<Delivery>(SourceException failure) ->
                failed(reply, SourceReport.Outcome.ERROR, failure.getMessage());
            case Outcome.Failure<Delivery> _ ->
                failed(reply, SourceReport.Outcome.ERROR, "Newsfan itself failed while reading it; its log says how");
            case Outcome.Skipped<Delivery> _ ->
                failed(reply, SourceReport.Outcome.SKIPPED, "not asked, as nothing was left of the request's budget");
        };
    }

    private static String timeoutReason(Outcome.Timeout<Delivery> timeout) {
        return "no complete answer within %s s, %s"
                .formatted(
                        seconds(timeout.allowed()),
                        timeout.budgetBound() ? "which was what was left of the request's budget" : "its timeout");
    }

    private static String seconds(Duration duration) {
        return String.valueOf(duration.toMillis() / 1000.0);
    }

    private static SourceReport failed(Reply<Delivery> reply, SourceReport.Outcome outcome, String reason) {
        return report(reply, outcome, Delivery.NONE, Optional.of(reason));
    }

    private static SourceReport report(
            Reply<Delivery> reply, SourceReport.Outcome outcome, Delivery delivery, Optional<String> reason) {
        return new SourceReport(
                reply.name(),
                outcome,
                delivery.articles().size(),
                delivery.dropped(),
                reply.started(),
                reply.elapsed(),
                reply.thread(),
                reason);
    }
}

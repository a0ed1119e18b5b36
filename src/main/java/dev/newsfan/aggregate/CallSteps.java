package dev.newsfan.aggregate;

import dev.newsfan.fanout.Progress;
import dev.newsfan.fanout.Reply;
import dev.newsfan.policy.PolicyEvent;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.timeline.Fact;
import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepKind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The steps of one request's calls: each begins where its source is asked, and ends with its reply. From any thread. */
final class CallSteps {

    /** What is decided when a call is over, or if there is none. */
    private static final PolicyEvent[] IN_THE_END = {PolicyEvent.FRESH, PolicyEvent.STALE};

    private final Step request;
    private final Map<String, Step> calls = new ConcurrentHashMap<>();

    /** @param request has them within it */
    CallSteps(Step request) {
        this.request = request;
    }

    /** That of a call to this source. */
    Step of(String source) {
        return calls.computeIfAbsent(source, name -> request.begin(StepKind.CALL, name));
    }

    void hear(Progress<SourceAnswer> event) {
        switch (event) {
            case Progress.Started<SourceAnswer>(var name, var _, var _) -> of(name);
            case Progress.Answered<SourceAnswer>(var reply) -> end(reply, of(reply.name()));
        }
    }

    private static void end(Reply<SourceAnswer> reply, Step call) {
        SourceReport.answer(reply).ifPresent(answer -> {
            Stream.of(IN_THE_END).filter(answer.events()::contains).forEach(event -> call.happened(event.word()));
            call.tell(Fact.ARTICLES, answer.result().articles().size());
        });
        SourceReport.reason(reply.outcome()).ifPresent(why -> call.tell(Fact.CODE, why.code()));
        call.tell(Fact.OUTCOME, reply.outcome().kind().word());
        call.end();
    }
}

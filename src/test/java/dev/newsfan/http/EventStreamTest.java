package dev.newsfan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newsfan.api.FewWorkersProfile;
import dev.newsfan.fanout.Budget;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FewWorkersProfile.class)
class EventStreamTest {

    @Inject
    EventStream stream;

    @Inject
    Vertx vertx;

    /** Reads nothing until it is told to. */
    private static final class SlowReader implements Subscriber<OutboundSseEvent> {
        private final List<OutboundSseEvent> read = new CopyOnWriteArrayList<>();
        private volatile Subscription subscription;
        private volatile String end = "";

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(OutboundSseEvent event) {
            read.add(event);
        }

        @Override
        public void onError(Throwable e) {
            end = e.toString();
        }

        @Override
        public void onComplete() {
            end = "complete";
        }

        List<String> names() {
            return read.stream()
                    .map(OutboundSseEvent::getName)
                    .filter(name -> name != null)
                    .toList();
        }
    }

    @Test
    void aReaderThatIsTooSlowMissesHeartbeatsAndNothingElse() {
        SlowReader reader = new SlowReader();
        Multi<OutboundSseEvent> events =
                Multi.createFrom().items("one", "two", "three").map(name -> stream.event(name, "data"));
        AtomicInteger beats = new AtomicInteger();
        long counting = vertx.setPeriodic(200, beat -> beats.incrementAndGet());

        stream.of(new AdmittedRequest(Budget.startingNow(Duration.ofMinutes(1))), events)
                .subscribe(reader);
        // Heartbeats come every 200 ms in this profile; five have nowhere to go.
        await().until(() -> beats.get() >= 5);
        vertx.cancelTimer(counting);
        assertThat(reader.read).isEmpty();
        reader.subscription.request(Long.MAX_VALUE);

        await().until(() -> !reader.end.isEmpty());
        assertThat(reader.end).isEqualTo("complete");
        assertThat(reader.names()).containsExactly("one", "two", "three");
        assertThat(reader.read).hasSizeLessThanOrEqualTo(3 + 1);
    }
}

package dev.newsfan.loadlab;

import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.rampConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The users of one step, run by Gatling in a process of its own. Gatling keeps its own statistics of the whole step, coming
 * and going included; the lab needs those of the steady state, so each answer is kept as well.
 */
public final class Users extends Simulation {

    private static final String START = "start";
    private static final String STATUS = "status";
    private static final String COMPLETE = "complete";

    private final StepOrder order = StepOrder.fromSystemProperties();
    private final AnswerLog.Writer log = new AnswerLog.Writer();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private final long nanosAtZero = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());

    public Users() {
        Parent.endWithIt(() -> {});
        setUp(population()).protocols(protocol()).maxDuration(Duration.ofMillis(Math.round(order.total() * 1000)));
    }

    private HttpProtocolBuilder protocol() {
        HttpProtocolBuilder protocol =
                http.baseUrl(order.url()).acceptHeader("application/json").disableWarmUp();
        // In the closed model each user has a connection. Arrivals would leave one behind each, and use up the ports.
        return order.model() == Model.OPEN ? protocol.shareConnections() : protocol;
    }

    private PopulationBuilder population() {
        if (order.model() == Model.OPEN) {
            return scenario(order.name())
                    .exec(request())
                    .injectOpen(constantUsersPerSec(order.users()).during(millis(order.total())));
        }
        ScenarioBuilder users = scenario(order.name())
                .forever()
                .on(request().pause(millis(order.thinkMin()), millis(order.thinkMax())));
        if (order.users() == 1) {
            return users.injectClosed(constantConcurrentUsers(1).during(millis(order.total())));
        }
        return users.injectClosed(
                rampConcurrentUsers(1).to(order.users()).during(millis(order.ramp())),
                constantConcurrentUsers(order.users()).during(millis(order.total() - order.ramp())));
    }

    private ChainBuilder request() {
        return exec(session -> session.remove(STATUS).remove(COMPLETE).set(START, System.nanoTime()))
                .exec(http(order.name())
                        .get(order.path())
                        .check(
                                status().saveAs(STATUS),
                                header("News-Complete").optional().saveAs(COMPLETE),
                                status().is(200)))
                .exec(this::keep);
    }

    private Session keep(Session session) {
        long now = System.nanoTime();
        log.answer(
                TimeUnit.NANOSECONDS.toMicros(now - nanosAtZero),
                TimeUnit.NANOSECONDS.toMicros(now - session.getLong(START)),
                session.contains(STATUS) ? session.getInt(STATUS) : 0,
                !"false".equals(session.getString(COMPLETE)));
        return session.markAsSucceeded();
    }

    private static Duration millis(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /** A machine that is too busy for a tick is too busy for a user. */
    @Override
    public void before() {
        long[] due = {System.nanoTime()};
        long step = TimeUnit.MILLISECONDS.toNanos(AnswerLog.TICK_MILLIS);
        Runnable tick = () -> {
            long now = System.nanoTime();
            due[0] += step;
            log.lag(TimeUnit.NANOSECONDS.toMicros(now - nanosAtZero), TimeUnit.NANOSECONDS.toMicros(now - due[0]));
        };
        ticks.scheduleAtFixedRate(tick, step, step, TimeUnit.NANOSECONDS);
    }

    @Override
    public void after() {
        ticks.shutdownNow();
        log.write(Path.of(order.log()));
    }
}

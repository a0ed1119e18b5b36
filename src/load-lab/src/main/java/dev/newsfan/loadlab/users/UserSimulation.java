package dev.newsfan.loadlab.users;

import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.rampConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import dev.newsfan.loadlab.ParentProcess;
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
 * The users of one step, run by Gatling. Gatling keeps its own statistics of the whole step, coming and going included; the lab
 * needs those of the steady state, so each response is kept as well.
 */
public final class UserSimulation extends Simulation {

    private static final String START = "start";
    private static final String STATUS = "status";
    private static final String COMPLETE = "complete";

    private final UserScenario users = UserScenario.read();
    private final ResponseLog.Recorder log = new ResponseLog.Recorder();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private final long nanosAtZero = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());

    /** Called by Gatling. */
    public UserSimulation() {
        ParentProcess.endWithIt(() -> {});
        setUp(population()).protocols(protocol()).maxDuration(millis(users.total()));
    }

    private HttpProtocolBuilder protocol() {
        // Without a cache of their own: users who ask whether they have it already would measure a 304.
        HttpProtocolBuilder protocol =
                http.acceptHeader("application/json").disableWarmUp().disableCaching();
        // In the closed model each user has a connection. Arrivals would leave one behind each, and use up the ports.
        return users.open() ? protocol.shareConnections() : protocol;
    }

    private PopulationBuilder population() {
        ScenarioBuilder scenario = scenario(users.name());
        if (users.open()) {
            return scenario.exec(request())
                    .injectOpen(constantUsersPerSec(users.users()).during(millis(users.total())));
        }
        scenario = scenario.forever().on(request().pause(millis(users.thinkMin()), millis(users.thinkMax())));
        if (users.users() == 1) {
            return scenario.injectClosed(constantConcurrentUsers(1).during(millis(users.total())));
        }
        return scenario.injectClosed(
                rampConcurrentUsers(1).to(users.users()).during(millis(users.rampUp())),
                constantConcurrentUsers(users.users()).during(millis(users.total() - users.rampUp())));
    }

    private ChainBuilder request() {
        return exec(session -> session.remove(STATUS).remove(COMPLETE).set(START, System.nanoTime()))
                .exec(http(users.name())
                        .get(users.url())
                        .check(
                                status().saveAs(STATUS),
                                header("News-Complete").optional().saveAs(COMPLETE),
                                status().is(200)))
                .exec(this::keep);
    }

    private Session keep(Session session) {
        long now = System.nanoTime();
        log.response(
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
        long step = TimeUnit.MILLISECONDS.toNanos(ResponseLog.TICK_MILLIS);
        Runnable tick = () -> {
            long now = System.nanoTime();
            due[0] += step;
            log.tick(TimeUnit.NANOSECONDS.toMicros(now - nanosAtZero), TimeUnit.NANOSECONDS.toMicros(now - due[0]));
        };
        ticks.scheduleAtFixedRate(tick, step, step, TimeUnit.NANOSECONDS);
    }

    @Override
    public void after() {
        ticks.shutdownNow();
        log.write(Path.of(System.getProperty(UserScenario.LOG)));
    }
}

package dev.newsfan.upstream;

import static dev.newsfan.source.RawSources.NEWS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsfan.config.Configs;
import dev.newsfan.policy.Question;
import dev.newsfan.source.ComputePool;
import dev.newsfan.source.RawSources;
import io.netty.channel.ConnectTimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A source whose name stands for several addresses, of which some are dead: nobody listens at 127.0.0.2 and 127.0.0.3. */
class FailoverTest {

    private static final InetAddress ALIVE = named(1);
    private static final InetAddress DEAD = named(2);
    private static final InetAddress DEAD_TOO = named(3);

    /** As a resolver gives them. */
    private static InetAddress named(int last) {
        try {
            return InetAddress.getByAddress("news.example", new byte[] {127, 0, 0, (byte) last});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private final AtomicInteger lookups = new AtomicInteger();
    private final AtomicInteger byName = new AtomicInteger();
    private Vertx vertx;
    private RawSources sources;
    private int port;

    @BeforeEach
    void begin() throws Exception {
        vertx = Vertx.vertx();
        sources = new RawSources(vertx, new ComputePool());
        port = sources.http(request -> request.response().end(NEWS));
    }

    @AfterEach
    void end() throws Exception {
        sources.close();
        RawSources.get(vertx.close());
    }

    private Addresses addresses(InetAddress... all) {
        return new Addresses("news.example", nobodyElseKnows(), host -> {
            lookups.incrementAndGet();
            if (all.length == 0) {
                throw new UnknownHostException(host);
            }
            return all;
        });
    }

    private static Addresses.AsyncLookup nobodyElseKnows() {
        return host -> Uni.createFrom().failure(new UnknownHostException(host));
    }

    /** Asks by a client that finds nobody at the name's first address. */
    private CompletableFuture<UpstreamAnswer> ask(Addresses addresses, Throwable failure) {
        UpstreamSettings settings = new UpstreamSettings(
                "wire", Configs.source("http://news.example:" + port + "/feed"), 1, "*/*", Route.DIRECT);
        UpstreamClient usual = (request, body) -> {
            byName.incrementAndGet();
            return Uni.createFrom().failure(failure);
        };
        CompletableFuture<UpstreamAnswer> answer = new CompletableFuture<>();
        vertx.runOnContext(begin -> new FailoverUpstream(
                        usual, new VertxClients(vertx, settings, 2), addresses, Duration.ofSeconds(10))
                .get(
                        UpstreamRequest.of(Question.NONE),
                        new BytesInFlight(vertx, 1 << 30).share().body(1000))
                .subscribe()
                .with(answer::complete, answer::completeExceptionally));
        return answer.orTimeout(20, TimeUnit.SECONDS);
    }

    @Test
    void allAddressesAreTried() {
        assertThat(ask(addresses(DEAD, DEAD_TOO, ALIVE), new ConnectException())
                        .join()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void manyCallsAtOnceDoNotGetInEachOthersWay() {
        Addresses addresses = addresses(DEAD, DEAD_TOO, ALIVE);
        var answers = IntStream.range(0, 50)
                .mapToObj(call -> ask(addresses, new ConnectException()))
                .toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
    }

    @Test
    void theLivingOneIsRemembered() {
        Addresses addresses = addresses(DEAD, ALIVE);
        ask(addresses, new ConnectException()).join();
        ask(addresses, new ConnectException()).join();

        assertThat(byName).hasValue(1);
        assertThat(lookups).hasValue(2);
    }

    @Test
    void aNameThatOnlyTheMachineKnowsServes() {
        assertThat(ask(addresses(ALIVE), new UnknownHostException()).join().status())
                .isEqualTo(200);
    }

    @Test
    void whereThereIsOneOnlyItIsNotRefusedTwice() {
        ConnectException refused = new ConnectException("refused");

        assertThatThrownBy(ask(addresses(DEAD), refused)::join).hasCause(refused);
    }

    @Test
    void allMayBeDead() {
        assertThatThrownBy(ask(addresses(DEAD, DEAD_TOO), new ConnectException())::join)
                .hasCauseInstanceOf(ConnectException.class);
    }

    @Test
    void aNameMayBeUnknown() {
        assertThatThrownBy(ask(addresses(), new UnknownHostException())::join)
                .hasCauseInstanceOf(UnknownHostException.class);
    }

    @Test
    void theMachineIsNotAskedWhereVertxKnowsSeveral() {
        Addresses addresses =
                new Addresses("news.example", host -> Uni.createFrom().item(List.of(DEAD, ALIVE)), host -> {
                    throw new AssertionError("asked");
                });

        assertThat(ask(addresses, new ConnectException()).join().status()).isEqualTo(200);
    }

    @Test
    void whatVertxAloneKnowsIsEnough() {
        Addresses addresses =
                new Addresses("news.example", host -> Uni.createFrom().item(List.of(ALIVE)), host -> {
                    throw new UnknownHostException(host);
                });

        assertThat(ask(addresses, new ConnectTimeoutException()).join().status())
                .isEqualTo(200);
    }

    @Test
    void aSlowLookupIsMadeOnceForAllWhoWait() {
        CountDownLatch slow = new CountDownLatch(1);
        Addresses addresses = new Addresses("news.example", nobodyElseKnows(), host -> {
            lookups.incrementAndGet();
            await(slow);
            return new InetAddress[] {ALIVE};
        });
        var one = addresses.find().subscribeAsCompletionStage();
        var two = addresses.find().subscribeAsCompletionStage();
        one.cancel(true);
        slow.countDown();

        assertThat(two.orTimeout(20, TimeUnit.SECONDS).join()).containsExactly(ALIVE);
        assertThat(lookups).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

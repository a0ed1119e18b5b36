package dev.newsfan.desk;

import dev.newsfan.fanout.Deadlines;
import dev.newsfan.fanout.Modes;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.config.Config;

/** Makes what the desk has no class of its own for. */
class Beans {

    @Produces
    @Singleton
    Limits limits(NewsfanConfig config, Config quarkus) {
        return Limits.of(config.limits(), quarkus);
    }

    @Produces
    @Singleton
    Modes modes(Timers timers, ExecutorService workers, @VirtualThreads ExecutorService virtualThreads) {
        return new Modes(Deadlines.of(timers.own(), Runnable::run), workers, virtualThreads);
    }
}

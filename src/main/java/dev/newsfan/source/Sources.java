package dev.newsfan.source;

import dev.newsfan.config.ConfigCheck;
import dev.newsfan.config.ConfigRule;
import dev.newsfan.config.Limits;
import dev.newsfan.config.NewsfanConfig;
import dev.newsfan.config.PolicyKeys;
import dev.newsfan.config.PolicySettings;
import dev.newsfan.config.SourceConfig;
import dev.newsfan.format.Format;
import dev.newsfan.format.FormatCatalog;
import dev.newsfan.policy.AnswerCache;
import dev.newsfan.policy.SharedStore;
import dev.newsfan.upstream.BytesInFlight;
import dev.newsfan.upstream.Networks;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** The enabled sources in their order, made from the configuration at start. A wrong configuration stops the start. */
@Startup(Interceptor.Priority.PLATFORM_BEFORE)
@Singleton
public class Sources {

    private static final Logger LOG = Logger.getLogger(Sources.class);

    private final List<Source> inOrder;
    private final List<String> names;
    private final BytesInFlight memory;
    private final AnswerCache cache;

    Sources(
            NewsfanConfig config,
            FormatCatalog formats,
            ComputePool pool,
            BytesInFlight memory,
            SharedStore store,
            Networks networks,
            Vertx vertx,
            Config keys,
            @All List<ConfigRule> rules) {
        ConfigCheck.check(keys, formats.names(), rules);
        this.memory = memory;
        Limits limits = Limits.of(config.limits(), keys);
        this.cache = new AnswerCache(config.cache().maxSize());
        Source.Means means = new Source.Means(
                vertx,
                new VertxTiming(vertx),
                cache,
                store,
                pool,
                memory,
                limits.concurrentCalls(),
                config.replicas(),
                networks::route);
        this.inOrder = SourceConfig.inOrder(config.sources()).stream()
                .map(source -> source(source, config, formats, means))
                .toList();
        this.names = inOrder.stream().map(Source::name).toList();
        CapacityWarnings.warning(limits).ifPresent(LOG::warn);
        for (Source source : inOrder) {
            source.settings()
                    .maxRate()
                    .map(means::atMost)
                    .flatMap(rate -> RateWarning.of(source.name(), source.settings(), rate))
                    .ifPresent(LOG::warn);
        }
        CapacityWarnings.note(limits, inOrder).ifPresent(LOG::info);
    }

    private static Source source(
            Map.Entry<String, SourceConfig> source, PolicyKeys forAll, FormatCatalog formats, Source.Means means) {
        SourceConfig config = source.getValue();
        Format format = formats.named(config.format());
        return Source.of(source.getKey(), config, PolicySettings.of(config, forAll), format, means);
    }

    /** The enabled sources, in their order. */
    public List<Source> inOrder() {
        return inOrder;
    }

    /** Their names, in the same order. */
    public List<String> names() {
        return names;
    }

    /** How many bytes of answers have arrived and are not read yet, of all requests together. */
    public long bytesInFlight() {
        return memory.bytes();
    }

    /** How many bytes of answers there may be that have arrived and are not read yet. */
    public long bytesInFlightLimit() {
        return memory.limit();
    }

    /** How many bytes the answers that are kept take, about. */
    public long bytesKept() {
        return cache.bytes();
    }

    /** How many bytes they may take, about. */
    public long bytesKeptLimit() {
        return cache.limit();
    }

    /** How many answers pause until there is memory for them. */
    public int answersPaused() {
        return memory.waiting();
    }
}

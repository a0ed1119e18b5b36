package dev.newsfan.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Optional;

/** The answers of all sources that are kept, as many as there is memory for. From any thread. */
public final class AnswerCache {

    /** What an entry takes besides its result, about. */
    private static final int ENTRY = 300;

    private final Cache<Key, KeptAnswer> entries;

    /**
     * What was asked.
     *
     * @param parameters of the question
     */
    record Key(String source, Map<String, String> parameters) {}

    /** @param maxBytes the most memory that they may take, about */
    public AnswerCache(long maxBytes) {
        entries = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher(AnswerCache::weight)
                // What there is to do is little, and where it is done should not depend on a pool that others keep
                // busy.
                .executor(Runnable::run)
                .build();
    }

    private static int weight(Key key, KeptAnswer kept) {
        return (int) Math.min(Integer.MAX_VALUE, ENTRY + kept.answer().result().bytes());
    }

    Optional<KeptAnswer> find(Key key) {
        return Optional.ofNullable(entries.getIfPresent(key));
    }

    void keep(Key key, KeptAnswer kept) {
        entries.put(key, kept);
    }

    void forget(Key key) {
        entries.invalidate(key);
    }

    /** How many bytes they may take, about. */
    public long limit() {
        return entries.policy().eviction().orElseThrow().getMaximum();
    }

    /** How many bytes they take, about. */
    public long bytes() {
        return entries.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }
}

package dev.newsfan.upstream;

import dev.newsfan.config.SourceConfig;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Where a source says that it has moved for good, and tells the operator of it once for each place. Safe for all threads. */
final class MovedSource {

    private static final Logger LOG = Logger.getLogger(MovedSource.class);

    /** A source may name another place each time. */
    private static final int MOST_WARNINGS = 10;

    private final String source;
    private final Secrets secrets;
    /** Guarded by itself. */
    private final Set<URI> told = new HashSet<>();

    private volatile Optional<String> to = Optional.empty();

    /** @param secrets that the place may repeat */
    MovedSource(String source, Secrets secrets) {
        this.source = source;
        this.secrets = secrets;
    }

    /** It has answered, there if it has said so. */
    void answered(Optional<URI> there) {
        to = there.map(this::shown);
        there.filter(this::isNew).ifPresent(this::tell);
    }

    private boolean isNew(URI there) {
        synchronized (told) {
            return told.size() < MOST_WARNINGS && told.add(there);
        }
    }

    private void tell(URI there) {
        LOG.warnf(
                "%s has moved for good to %s%s: write that into %s.url",
                source,
                shown(there),
                there.getRawQuery() == null ? "" : " (and a query, which is not shown, as it may hold a key)",
                SourceConfig.prefix(source));
    }

    private String shown(URI there) {
        return secrets.hide(Target.shown(there));
    }

    /** That place as it may be shown, without its query; empty if the source is where the configuration has it. */
    Optional<String> to() {
        return to;
    }
}

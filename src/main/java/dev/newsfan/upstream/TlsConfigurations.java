package dev.newsfan.upstream;

import dev.newsfan.config.ConfigRule;
import dev.newsfan.config.NewsfanConfig;
import dev.newsfan.config.SourceConfig;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** The TLS configurations that sources name: those of Quarkus' registry, and who has to hear of it if their files change. */
@Singleton
class TlsConfigurations implements ConfigRule {

    private static final Logger LOG = Logger.getLogger(TlsConfigurations.class);

    /** A key of a configuration with a name; the same words directly behind {@code quarkus.tls} are of the one without. */
    private static final Pattern KEY = Pattern.compile("quarkus\\.tls\\.(\"[^\"]+\"|[^.\"]+)\\."
            + "(?:key-store|trust-store|trust-all|reload-period|cipher-suites|protocols|alpn|handshake-timeout"
            + "|hostname-verification-algorithm|certificate-revocation-list)(?:[.\\[].*)?");

    private final TlsConfigurationRegistry registry;
    private final Map<String, List<Consumer<TlsConfiguration>>> users = new ConcurrentHashMap<>();

    @Inject
    TlsConfigurations(TlsConfigurationRegistry registry) {
        this.registry = registry;
    }

    /** A source may name one that isn't there; of one that trusts everybody the log is told. */
    @Override
    public List<String> problems(Config keys) {
        List<String> problems = new ArrayList<>();
        keys.unwrap(SmallRyeConfig.class)
                .getConfigMapping(NewsfanConfig.class)
                .sources()
                .forEach((source, settings) -> settings.tls().ifPresent(name -> {
                    String key = SourceConfig.prefix(source) + ".tls";
                    Optional<TlsConfiguration> found = registry.get(name);
                    if (found.isEmpty()) {
                        problems.add(key + " is \"" + name + "\"; allowed: " + allowed(keys));
                    } else if (found.get().isTrustAll()) {
                        LOG.warnf(
                                "%s is %s, which trusts everybody (trust-all): whoever is on the way may answer for %s",
                                key, name, source);
                    }
                }));
        return problems;
    }

    private static String allowed(Config keys) {
        TreeSet<String> names = new TreeSet<>();
        for (String key : keys.getPropertyNames()) {
            KEY.matcher(key).results().map(TlsConfigurations::name).forEach(names::add);
        }
        return names.isEmpty()
                ? "the name of a TLS configuration, of which there is none; add one, such as "
                        + "quarkus.tls.NAME.trust-store.pem.certs=/etc/ssl/our-authority.pem"
                : String.join(", ", names);
    }

    private static String name(MatchResult key) {
        return key.group(1).replace("\"", "");
    }

    /** One that is known to be there. */
    Route.Tls find(String name) {
        return new Route.Tls(
                registry.get(name).orElseThrow(),
                user -> users.computeIfAbsent(name, first -> new CopyOnWriteArrayList<>())
                        .add(user));
    }

    void reloaded(@Observes CertificateUpdatedEvent event) {
        users.getOrDefault(event.name(), List.of()).forEach(user -> user.accept(event.tlsConfiguration()));
    }
}

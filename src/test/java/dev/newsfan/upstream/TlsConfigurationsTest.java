package dev.newsfan.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.Configs;
import io.quarkus.tls.BaseTlsConfiguration;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.SmallRyeConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TlsConfigurationsTest {

    private final Map<String, TlsConfiguration> there = new HashMap<>();
    private final TlsConfigurations configurations = new TlsConfigurations(new TlsConfigurationRegistry() {
        @Override
        public Optional<TlsConfiguration> get(String name) {
            return Optional.ofNullable(there.get(name));
        }

        @Override
        public Optional<TlsConfiguration> getDefault() {
            return Optional.empty();
        }

        @Override
        public void register(String name, TlsConfiguration configuration) {
            there.put(name, configuration);
        }
    });

    private List<String> problems(Map<String, String> keys) {
        Map<String, String> all = new HashMap<>(keys);
        all.put("newsfan.sources.wire.tls", "corp");
        SmallRyeConfig config = Configs.with(all);
        return configurations.problems(config);
    }

    @Test
    void oneThatIsThereMayBeNamed() {
        there.put("corp", new BaseTlsConfiguration() {});

        assertThat(problems(Map.of())).isEmpty();
        assertThat(configurations.find("corp").now()).isSameAs(there.get("corp"));
    }

    @Test
    void anotherEndsTheStartWithTheNamesThatAreThere() {
        assertThat(problems(Map.of(
                        "quarkus.tls.trust-store.pem.certs", "a.pem",
                        "quarkus.tls.inside.trust-store.pem.certs", "b.pem",
                        "quarkus.tls.\"out.side\".key-store.pem.0.cert", "c.pem",
                        "quarkus.tls.inside.trust-all", "true")))
                .containsExactly("newsfan.sources.wire.tls is \"corp\"; allowed: inside, out.side");
    }

    @Test
    void whereThereIsNoneItSaysHowToAddOne() {
        assertThat(problems(Map.of())).singleElement().asString().contains("quarkus.tls.NAME.trust-store.pem.certs=");
    }

    @Test
    void whoUsesOneHearsOfItsNewCertificates() {
        there.put("corp", new BaseTlsConfiguration() {});
        List<TlsConfiguration> heard = new ArrayList<>();
        configurations.find("corp").onReload().accept(heard::add);
        TlsConfiguration later = new BaseTlsConfiguration() {};
        configurations.reloaded(new CertificateUpdatedEvent("corp", later));
        configurations.reloaded(new CertificateUpdatedEvent("other", later));

        assertThat(heard).containsExactly(later);
    }
}

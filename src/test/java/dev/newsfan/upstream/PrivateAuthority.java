package dev.newsfan.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.tls.BaseTlsConfiguration;
import io.quarkus.tls.TlsConfiguration;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An authority that only this test trusts, and who has a certificate of it; made by the JDK's keytool. */
final class PrivateAuthority {

    private static final String PASSWORD = "changeit";
    private static final String KEYTOOL =
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString();

    private final Path folder;

    PrivateAuthority(Path folder) throws IOException {
        this.folder = folder;
        make("authority", "-ext", "bc:c");
        make("server", "-ext", "san=dns:localhost,dns:news.example", "-signer", "authority");
        make("expired", "-ext", "san=dns:localhost", "-signer", "authority", "-startdate", "-9d", "-validity", "5");
        make("other", "-ext", "san=dns:other.example", "-signer", "authority");
        make("client", "-ext", "eku=clientAuth", "-signer", "authority");
        make("stranger", "-ext", "san=dns:localhost");
        run("-exportcert", "-alias", "authority", "-file", file("authority.crt"), "-keystore", file("keys"));
        run(
                "-importcert",
                "-noprompt",
                "-alias",
                "authority",
                "-file",
                file("authority.crt"),
                "-keystore",
                file("trusted"));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void make(String alias, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=" + alias));
        command.addAll(List.of("-alias", alias, "-keystore", file("keys")));
        command.addAll(List.of(options));
        run(command.toArray(String[]::new));
    }

    private static void run(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(KEYTOOL));
        command.addAll(List.of(options));
        // Most of what it takes is the start of a JVM.
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes());
        assertThat(keytool.onExit().join().exitValue()).as(output).isZero();
    }

    private PfxOptions keys(String alias) {
        return new PfxOptions().setPath(file("keys")).setPassword(PASSWORD).setAlias(alias);
    }

    private PfxOptions trusted() {
        return new PfxOptions().setPath(file("trusted")).setPassword(PASSWORD);
    }

    /** For a server with this certificate, which may want one, too. */
    HttpServerOptions server(String alias, ClientAuth wanted) {
        return new HttpServerOptions()
                .setKeyCertOptions(keys(alias))
                .setTrustOptions(trusted())
                .setClientAuth(wanted);
    }

    /** For a source that trusts the authority, and shows this certificate if it is given. */
    TlsConfiguration client(Optional<String> alias) {
        return new BaseTlsConfiguration() {
            @Override
            public TrustOptions getTrustStoreOptions() {
                return trusted();
            }

            @Override
            public KeyCertOptions getKeyStoreOptions() {
                return alias.map(PrivateAuthority.this::keys).orElse(null);
            }

            @Override
            public String getName() {
                return "inside";
            }
        };
    }
}

package dev.newsfan.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates for localhost, good and bad, made by the JDK's keytool. */
final class Certificates {

    private static final String KEYTOOL =
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String AUTHORITY = "authority";

    private final Path folder;
    private final KeyStore keys;

    /** Whose certificate it is, and so what is wrong with it. */
    enum Owner {
        TRUSTED("san=dns:localhost", "-1d", "30", true),
        EXPIRED("san=dns:localhost", "-30d", "10", true),
        OF_ANOTHER_NAME("san=dns:elsewhere.example", "-1d", "30", true),
        UNKNOWN("san=dns:localhost", "-1d", "30", false);

        private final List<String> options;

        Owner(String extension, String from, String days, boolean signed) {
            options = new ArrayList<>(List.of("-ext", extension, "-startdate", from, "-validity", days));
            if (signed) {
                options.addAll(List.of("-signer", AUTHORITY));
            }
        }

        private String alias() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param folder where files are put */
    Certificates(Path folder) throws IOException, GeneralSecurityException {
        this.folder = folder;
        make(AUTHORITY, List.of("-ext", "bc:c"));
        for (Owner owner : Owner.values()) {
            make(owner.alias(), owner.options);
        }
        keys = empty();
        try (InputStream file = Files.newInputStream(folder.resolve("keys"))) {
            keys.load(file, PASSWORD);
        }
    }

    private void make(String alias, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(KEYTOOL, "-genkeypair", "-keyalg", "EC", "-alias", alias));
        command.addAll(List.of("-dname", "CN=" + alias, "-storetype", "PKCS12", "-storepass", new String(PASSWORD)));
        command.addAll(List.of("-keystore", folder.resolve("keys").toString()));
        // Most of what it takes is the start of a JVM.
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(options);
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes());
        assertThat(keytool.onExit().join().exitValue()).as(output).isZero();
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /** A file with the authority that has signed those of them that are signed. */
    Path trusted() throws IOException, GeneralSecurityException {
        KeyStore store = empty();
        store.setCertificateEntry(AUTHORITY, keys.getCertificate(AUTHORITY));
        Path file = folder.resolve("trusted");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        return file;
    }

    /** For a server that has this certificate. */
    SSLContext context(Owner owner) {
        try {
            KeyStore own = empty();
            own.setKeyEntry(
                    owner.alias(),
                    keys.getKey(owner.alias(), PASSWORD),
                    PASSWORD,
                    keys.getCertificateChain(owner.alias()));
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(own, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

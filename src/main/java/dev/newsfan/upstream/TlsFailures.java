package dev.newsfan.upstream;

import dev.newsfan.policy.FailureReason;
import io.netty.handler.ssl.NotSslRecordException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says in words why a secure connection could not be made, as far as the JDK tells; nothing of what the other side has sent. */
final class TlsFailures {

    /** What the other side says in one word (RFC 8446, section 6.2), as the JDK writes it. */
    private static final Map<String, String> ALERTS = Map.of(
            "certificate_required", "it wants a certificate of ours, and there is none (tls)",
            "bad_certificate", "it doesn't accept our certificate, or misses it (tls)",
            "unknown_ca", "it doesn't know who has signed our certificate (tls)",
            "certificate_unknown", "it doesn't accept our certificate (tls)",
            "certificate_expired", "our certificate has expired (tls)",
            "access_denied", "it doesn't let us in",
            "unrecognized_name", "it has no certificate for its name",
            "protocol_version", "it speaks a version of TLS that isn't spoken here",
            "handshake_failure", "it agrees to nothing that it was offered, or misses a certificate of ours (tls)");

    private TlsFailures() {}

    static FailureReason reason(SSLException failure) {
        return inWords(failure).map(FailureReason::notSecure).orElseGet(FailureReason::notSecure);
    }

    private static Optional<String> inWords(SSLException failure) {
        if (has(failure, NotSslRecordException.class)) {
            return Optional.of("it doesn't answer in TLS");
        }
        if (has(failure, CertificateExpiredException.class)) {
            return Optional.of("its certificate has expired");
        }
        if (has(failure, CertificateNotYetValidException.class)) {
            return Optional.of("its certificate isn't valid yet");
        }
        if (has(failure, CertPathBuilderException.class) || has(failure, CertPathValidatorException.class)) {
            return Optional.of("nobody who is trusted here has signed its certificate (tls)");
        }
        return ConnectionFailures.find(failure, CertificateException.class)
                .flatMap(TlsFailures::ofTheCertificate)
                .or(() -> alert(failure));
    }

    private static boolean has(SSLException failure, Class<? extends Throwable> type) {
        return ConnectionFailures.find(failure, type).isPresent();
    }

    private static Optional<String> ofTheCertificate(CertificateException failure) {
        return Optional.ofNullable(failure.getMessage())
                .filter(message ->
                        message.startsWith("No subject alternative") || message.startsWith("No name matching"))
                .map(message -> "its certificate is for another name");
    }

    private static Optional<String> alert(SSLException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return ALERTS.keySet().stream()
                .filter(alert -> message.endsWith("alert: " + alert))
                .map(ALERTS::get)
                .findFirst();
    }
}

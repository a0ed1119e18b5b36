package dev.newsfan.upstream;

import dev.newsfan.format.Links;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.SourceException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Reads where an answer redirects to (RFC 9110, section 10.2.2). */
final class Location {

    /** Those that say where to ask instead, and are not for who asks on behalf of somebody who chooses. */
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private static final Set<Integer> PERMANENT = Set.of(301, 308);

    private static final int LONGEST = 4000;

    /** What a URL must not have as it is; percent signs are left as they are. */
    private static final String FORBIDDEN = " \"<>\\^`{|}";

    private Location() {}

    static boolean isRedirect(UpstreamAnswer answer) {
        return STATUSES.contains(answer.status());
    }

    /** Whether what has moved won't come back. */
    static boolean isPermanent(UpstreamAnswer answer) {
        return PERMANENT.contains(answer.status());
    }

    /**
     * The URL that an answer redirects to, without fragment.
     *
     * @param asked the URL that this is the answer of
     * @throws SourceException if there is none, or none of http and https
     */
    static URI of(UpstreamAnswer answer, URI asked) {
        return answer.header("Location")
                .filter(location -> !location.isBlank() && location.length() <= LONGEST)
                .flatMap(location -> resolved(asked, location))
                .orElseThrow(() -> new SourceException(FailureReason.redirectNowhere(answer.status())));
    }

    /** A reference as an absolute http or https URL without user and fragment, if it is one. */
    static Optional<URI> resolved(URI base, String reference) {
        String url =
                Links.resolve(base.toString(), escaped(Links.clean(reference))).replaceFirst("#.*", "");
        try {
            return Optional.of(URI.create(url)).filter(Location::isWeb);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isWeb(URI url) {
        return url.getScheme() != null
                && Links.isWeb(url.toString())
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getPort() != 0
                && url.getPort() < 65_536;
    }

    /** Servers send names as they write them; in a header, each byte is a character then. */
    private static String escaped(String location) {
        StringBuilder text = new StringBuilder();
        for (char c : location.toCharArray()) {
            if (c > ' ' && c < 127 && FORBIDDEN.indexOf(c) < 0) {
                text.append(c);
            } else {
                byte[] bytes =
                        String.valueOf(c).getBytes(c < 256 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
                for (byte b : bytes) {
                    text.append('%').append("%02X".formatted(b));
                }
            }
        }
        return text.toString();
    }
}

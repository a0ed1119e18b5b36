package dev.newsfan.upstream;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * What is asked of a source in place of its own URL: where it has redirected to, or a part of its answer.
 *
 * @param url absolute, http or https, without user and fragment
 * @param own whether it is of the same origin as the source's own URL, as all were on the way to it: the configured headers go there
 *     alone
 * @param addresses of its host, to which alone may be connected, in the order in which they are tried; none for any that its name has
 */
record Target(URI url, boolean own, List<InetAddress> addresses) {

    Target {
        addresses = List.copyOf(addresses);
    }

    /** Another URL at the same place. */
    Target at(URI other) {
        return new Target(other, own, addresses);
    }

    /** Whether two URLs have scheme, host and port in common (RFC 6454, section 4). */
    static boolean isSameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    /** The port of an http or https URL. */
    static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : isSecure(url) ? 443 : 80;
    }

    static boolean isSecure(URI url) {
        return url.getScheme().toLowerCase(Locale.ROOT).equals("https");
    }

    /** What links may be relative to. */
    static String withoutQuery(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
    }

    /** As much of a URL as anyone may know, and not more than fits a line: its query may hold a key. */
    static String shown(URI url) {
        String text = withoutQuery(url);
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}

package dev.newsfan.upstream;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells addresses that are not everybody's: of this machine, of the networks around it, of nobody at all (RFC 6890). Who can have
 * them asked by someone within sees what was not meant for him.
 */
final class PrivateAddresses {

    /** What ends in a number is an address or nothing (url.spec.whatwg.org, "ends in a number"). */
    private static final Pattern NUMBER = Pattern.compile("(.*\\.)?(0x[0-9a-f]*|[0-9]+)");

    private static final Pattern FOUR_NUMBERS = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    private PrivateAddresses() {}

    /** Whether it is one, also in the disguise of an address that stands for it. */
    static boolean isPrivate(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        return address instanceof Inet6Address six
                ? isUniqueLocal(six)
                        || embedded(six).filter(PrivateAddresses::isPrivate).isPresent()
                : isPrivate(address.getAddress());
    }

    /** What the JDK has no word for. */
    private static boolean isPrivate(byte[] address) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        return first == 0
                // Behind the provider's own translation of addresses (RFC 6598).
                || first == 100 && second >= 64 && second < 128
                || first == 192 && second == 0 && address[2] == 0
                // To measure networks with (RFC 2544).
                || first == 198 && (second == 18 || second == 19)
                // Kept for later (RFC 1112), and the broadcast.
                || first >= 240;
    }

    /** fc00::/7 (RFC 4193), and the part of NAT64 that is for local use (RFC 8215). */
    private static boolean isUniqueLocal(Inet6Address address) {
        byte[] bytes = address.getAddress();
        return (bytes[0] & 0xfe) == 0xfc || startsWith(bytes, 0, 0x64, 0xff, 0x9b, 0, 1);
    }

    /** The address of IPv4 that one of IPv6 leads to, if it is of that kind. */
    private static Optional<InetAddress> embedded(Inet6Address address) {
        byte[] bytes = address.getAddress();
        if (startsWith(bytes, 0x20, 0x02)) {
            // 6to4 (RFC 3056).
            return Optional.of(fourth(bytes, 2, 0));
        }
        if (startsWith(bytes, 0x20, 0x01, 0, 0)) {
            // Teredo (RFC 4380).
            return Optional.of(fourth(bytes, 12, 0xff));
        }
        boolean translated = startsWith(bytes, 0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0);
        boolean compatible = startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        boolean mapped = startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff)
                || startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0);
        return translated || compatible || mapped ? Optional.of(fourth(bytes, 12, 0)) : Optional.empty();
    }

    private static InetAddress fourth(byte[] bytes, int from, int mask) {
        byte[] four = Arrays.copyOfRange(bytes, from, from + 4);
        for (int i = 0; i < four.length; i++) {
            four[i] ^= (byte) mask;
        }
        try {
            return InetAddress.getByAddress(four);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean startsWith(byte[] bytes, int... beginning) {
        for (int i = 0; i < beginning.length; i++) {
            if ((bytes[i] & 0xff) != beginning[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a name can't be but that of a machine nearby, or is a private address itself; for who can't look it up.
     *
     * @param host as a URL has it
     */
    static boolean isPrivateName(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (NUMBER.matcher(plain).matches() && !FOUR_NUMBERS.matcher(plain).matches()) {
            // Who reads 0x7f.1 or 0177.0.0.1 may take it for an address, and others for another one.
            return true;
        }
        return literal(plain)
                .map(PrivateAddresses::isPrivate)
                .orElseGet(() -> plain.indexOf('.') < 0
                        || plain.matches(
                                ".*\\.(localhost|local|localdomain|internal|intranet|lan|home|corp|home\\.arpa)"));
    }

    /** The address that a host is, if it is written as one. */
    static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(Addresses.bare(host)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

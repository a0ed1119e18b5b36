package dev.newsfan.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "::1",
                "0.0.0.0",
                "0.1.2.3",
                "::",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456:789a::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:0:127.0.0.1",
                "::ffff:10.0.0.1",
                "::169.254.169.254",
                "64:ff9b::10.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "2002:7f00:1::1",
                "2002:c0a8:101::",
                "2001:0:1234:5678::80ff:fffe"
            })
    void theseAreNotEverybodys(String address) {
        assertThat(PrivateAddresses.isPrivate(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "169.253.0.1",
                "192.0.1.1",
                "192.167.0.1",
                "198.17.0.1",
                "198.20.0.1",
                "203.0.113.7",
                "223.255.255.255",
                "2606:4700::1111",
                "::ffff:1.1.1.1",
                "64:ff9b::1.1.1.1",
                "2002:101:101::1",
                "2001:0:1234:5678::fefe:fefe",
                "2001:db8::1"
            })
    void theseAre(String address) {
        assertThat(PrivateAddresses.isPrivate(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost.",
                "a.localhost",
                "printer.local",
                "vault.internal",
                "redis",
                "nas.home.arpa",
                "127.0.0.1",
                "[::1]",
                "[::ffff:10.0.0.1]",
                "2130706433",
                "0x7f000001",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "1.1"
            })
    void theseNamesAreSomebodyNearby(String name) {
        assertThat(PrivateAddresses.isPrivateName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"news.example", "local.example", "internal.example.", "1.1.1.1", "[2606:4700::1111]"})
    void theseNamesMayBeAnybody(String name) {
        assertThat(PrivateAddresses.isPrivateName(name)).isFalse();
    }

    @Test
    void aNameIsNoAddress() {
        assertThat(PrivateAddresses.literal("news.example")).isEmpty();
        assertThat(PrivateAddresses.literal("[::1]")).contains(InetAddress.ofLiteral("::1"));
    }
}

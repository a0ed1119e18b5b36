package dev.newsfan.loadlab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServicePoliciesTest {

    @Test
    void offSwitchesEveryPolicyOff() {
        assertThat(ServicePolicies.OFF.settings())
                .containsEntry("newsfan.share", "false")
                .containsEntry("newsfan.fresh-for", "0")
                .containsEntry("newsfan.stale-for", "0")
                .containsEntry("newsfan.cache-control", "ignore")
                .containsEntry("newsfan.breaker", "false")
                .containsEntry("newsfan.backoff", "false");
    }

    @Test
    void oneKnowsHowOldAnAnswerMayBe() {
        assertThat(ServicePolicies.OFF.oldest()).isZero();
        assertThat(ServicePolicies.SHARED.oldest()).isZero();
        assertThat(ServicePolicies.FRESH.oldest()).isGreaterThan(3600);
        assertThat(ServicePolicies.ALL.oldest()).isBetween(2.1, 3.0);
    }

    /** A key that dev mode and tests switch off hides what asking costs, so runs have a word on it, too. */
    @ParameterizedTest
    @EnumSource
    void eachSaysWhatHoldsOfEveryPolicy(ServicePolicies policies) throws IOException {
        List<String> hidden = Files.readString(Path.of("..", "main", "resources", "application.properties"))
                .lines()
                .filter(line -> line.matches("%dev,test\\.newsfan\\.[a-z-]+=(false|0)"))
                .map(line -> line.replaceAll("%dev,test\\.|=.*", ""))
                .toList();

        assertThat(hidden).hasSizeGreaterThan(4);
        assertThat(policies.settings()).containsKeys(hidden.toArray(String[]::new));
    }
}

package dev.newsfan.api;

import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;

@QuarkusTest
@TestProfile(ContractProfile.class)
@ConnectWireMock
class VirtualNewsTest extends NewsContract {

    @Override
    String mode() {
        return "virtual";
    }

    @Override
    String threads() {
        return "virtual-\\d+-\\d+";
    }

    @Override
    List<String> outcomesWhenTheBudgetCoversOneAndAHalf() {
        return List.of("ok", "ok", "ok");
    }

    @Override
    boolean inLine() {
        return false;
    }
}

package dev.newsfan.api;

import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;

@QuarkusTest
@TestProfile(ContractProfile.class)
@ConnectWireMock
class SyncNewsTest extends NewsContract {

    @Override
    String mode() {
        return "sync";
    }

    @Override
    String threads() {
        return "executor-thread-\\d+";
    }

    @Override
    List<String> outcomesWhenTheBudgetCoversOneAndAHalf() {
        return List.of("ok", "timeout", "skipped");
    }

    @Override
    boolean inLine() {
        return true;
    }
}

package dev.newsfan.api;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;

@QuarkusTest
@TestProfile(ContractProfile.class)
class SyncNewsTest extends NewsContract {

    @Override
    public String mode() {
        return "sync";
    }

    @Override
    public String threads() {
        return "executor-thread-\\d+";
    }

    @Override
    public List<String> outcomesWhenTheBudgetCoversOneAndAHalf() {
        return List.of("ok", "timeout", "skipped");
    }

    @Override
    public boolean sequential() {
        return true;
    }
}

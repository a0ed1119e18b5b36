package dev.newsfan.api;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;

@QuarkusTest
@TestProfile(ContractProfile.class)
class VirtualNewsTest extends NewsContract {

    @Override
    public String mode() {
        return "virtual";
    }

    @Override
    public String threads() {
        return "virtual-\\d+-\\d+";
    }

    @Override
    public List<String> outcomesWhenTheBudgetCoversOneAndAHalf() {
        return List.of("ok", "ok", "ok");
    }

    @Override
    public boolean sequential() {
        return false;
    }
}

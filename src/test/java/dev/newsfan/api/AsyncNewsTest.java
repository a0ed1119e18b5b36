package dev.newsfan.api;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;

@QuarkusTest
@TestProfile(ContractProfile.class)
class AsyncNewsTest extends NewsContract {

    @Override
    public String mode() {
        return "async";
    }

    @Override
    public String threads() {
        return "vert\\.x-eventloop-thread-\\d+";
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

package dev.newsfan.api;

import java.util.HashMap;
import java.util.Map;

/** The sources of the contract, and a budget that outlasts any machine that is busy with something else. */
public class StreamProfile extends ContractProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> config = new HashMap<>(super.getConfigOverrides());
        config.put("newsfan.budget", "30s");
        config.put("newsfan.sources.raw.timeout", "30s");
        return config;
    }
}

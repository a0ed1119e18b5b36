package dev.newsfan.config;

import java.util.List;
import org.eclipse.microprofile.config.Config;

/** What else must hold of a configuration, as another room knows: a CDI bean that implements this is asked at the start. */
public interface ConfigRule {

    /** What is wrong, each with its key and what is allowed; empty if nothing is. */
    List<String> problems(Config config);
}

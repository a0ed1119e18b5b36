package dev.newsfan.lab;

import dev.newsfan.config.LabConfig;
import dev.newsfan.http.Problem;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Opens the laboratory, or keeps it shut: then nothing below {@code /lab} is there, the page included. */
@ApplicationScoped
class Lab {

    private static final Logger LOG = Logger.getLogger(Lab.class);

    /** Before the filters of the configuration, such as that for the headers of the page, and after those of security. */
    private static final int BEFORE_EVERYTHING = 1000;

    private static final List<String> PAGE = List.of("/lab", "/lab/");
    private static final Problem SHUT = Problem.of(404, "There is no lab here: newsfan.lab.enabled=true opens it.");

    private final LabConfig config;
    private final Config quarkus;
    private final String root;

    Lab(LabConfig config, Config quarkus) {
        this.config = config;
        this.quarkus = quarkus;
        // Every request of the service passes the guard, which should cost it nothing.
        this.root = LabCheck.rootPath(quarkus) + "/lab";
    }

    /** Stops the start if the configuration is wrong, and warns if there is a lab in production. */
    void open(@Observes StartupEvent start) {
        List<String> problems = LabCheck.problems(config, quarkus);
        if (!problems.isEmpty()) {
            throw new ConfigurationException("The configuration is wrong:\n- " + String.join("\n- ", problems));
        }
        if (config.enabled() && LaunchMode.current() == LaunchMode.NORMAL) {
            LOG.warn("The lab is open (newsfan.lab.enabled): whoever reaches /lab can freeze this service, as some of "
                    + "its experiments do so on purpose. It is not for the public.");
        }
    }

    void guard(@Observes Filters filters) {
        filters.register(this::guard, BEFORE_EVERYTHING);
    }

    private void guard(RoutingContext request) {
        String path = request.normalizedPath();
        if (!config.enabled() && isOfTheLab(path)) {
            request.response()
                    .setStatusCode(SHUT.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(Json.encode(SHUT));
        } else if (PAGE.contains(path)) {
            request.reroute("/lab.html");
        } else {
            request.next();
        }
    }

    /** Whatever follows the word, unless it makes another word of it: not only a slash ends what a resource's path matches. */
    private boolean isOfTheLab(String path) {
        return path.startsWith(root)
                && (path.length() == root.length() || !Character.isLetterOrDigit(path.charAt(root.length())));
    }
}

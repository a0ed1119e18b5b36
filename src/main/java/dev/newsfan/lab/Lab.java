package dev.newsfan.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfan.config.LabConfig;
import dev.newsfan.http.Problem;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
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
    private static final String FILE = "/lab.html";

    private final LabConfig config;
    private final ObjectMapper json;
    private final String rootPath;

    Lab(LabConfig config, Config quarkus, ObjectMapper json) {
        this.config = config;
        this.json = json;
        // Every request of the service passes the guard, which should cost it nothing.
        this.rootPath = rootPath(quarkus);
    }

    /** Warns if there is a lab in production. */
    void open(@Observes StartupEvent start) {
        if (config.enabled() && LaunchMode.current() == LaunchMode.NORMAL) {
            LOG.warn("The lab is open (newsfan.lab.enabled): whoever reaches /lab can freeze this service, as some of "
                    + "its experiments do so on purpose. It is not for the public.");
        }
    }

    void guard(@Observes Filters filters) {
        filters.register(this::guard, BEFORE_EVERYTHING);
    }

    private void guard(RoutingContext request) {
        String path = path(request);
        boolean page = PAGE.contains(path);
        if (!page && !path.startsWith("/lab/") && !path.equals(FILE)) {
            request.next();
        } else if (!config.enabled()) {
            refuse(request);
        } else if (page) {
            request.reroute(FILE);
        } else {
            request.next();
        }
    }

    /** What comes before every path of the service: such as {@code /app}, or nothing. */
    private static String rootPath(Config quarkus) {
        String root =
                quarkus.getOptionalValue("quarkus.http.root-path", String.class).orElse("/");
        return ("/" + root).replaceAll("/+", "/").replaceFirst("/$", "");
    }

    /** Without the root path of the service, if it has one. */
    private String path(RoutingContext request) {
        String path = request.normalizedPath();
        return path.startsWith(rootPath) ? path.substring(rootPath.length()) : path;
    }

    /** What whoever comes is told while it is shut. */
    static Problem shut() {
        return Problem.of(404, "There is no lab here: newsfan.lab.enabled=true opens it.");
    }

    private void refuse(RoutingContext request) {
        Problem problem = shut();
        try {
            request.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            request.fail(e);
        }
    }
}

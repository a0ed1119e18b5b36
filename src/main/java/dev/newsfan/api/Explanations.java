package dev.newsfan.api;

import dev.newsfan.aggregate.Explained;
import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.BadParameterException;
import dev.newsfan.http.Parameters;
import dev.newsfan.timeline.StepKind;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Explains a request to the caller who wants that, where the configuration allows it. */
@Singleton
final class Explanations {

    /** The parameter of a caller who wants to know. */
    static final String PARAMETER = "explain";

    private final boolean allowed;

    Explanations(@ConfigProperty(name = "newsfan.explain", defaultValue = "false") boolean allowed) {
        this.allowed = allowed;
    }

    /** Whether callers may know where the time of their requests went. */
    boolean allowed() {
        return allowed;
    }

    /**
     * The request, which is kept from now on if its caller wants that.
     *
     * @param given its parameters
     * @throws BadParameterException if its caller wants what is not allowed
     */
    Explained begin(Parameters given, AdmittedRequest request) throws BadParameterException {
        boolean wanted = given.word(PARAMETER, "false", "true").equals("true");
        if (wanted && !allowed) {
            throw new BadParameterException(
                    PARAMETER,
                    "The parameter \"" + PARAMETER + "\" is not for callers here: newsfan.explain=true allows it.");
        }
        return Explained.of(StepKind.REQUEST, request.budget().spent(), request.step(), wanted);
    }
}

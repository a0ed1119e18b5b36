package dev.newsfan.loadlab.users;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * What the users of a step are told.
 *
 * @param name of the step
 * @param url what they ask for
 * @param open whether they arrive whatever the server does, instead of thinking between an answer and the next request
 * @param users how many; if open, arrivals per second
 * @param thinkMin the shortest time that a user thinks, in seconds
 * @param thinkMax the longest
 * @param rampUp how long it takes until all have come, in seconds
 * @param total how long the step lasts in all
 */
public record UserScenario(
        String name,
        String url,
        boolean open,
        int users,
        double thinkMin,
        double thinkMax,
        double rampUp,
        double total) {

    /** The system property that names the file with the scenario. */
    public static final String FILE = "loadlab.scenario";

    /** The system property that names the file where each response is to be written. */
    public static final String LOG = "loadlab.log";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public void write(Path file) throws IOException {
        MAPPER.writeValue(file.toFile(), this);
    }

    static UserScenario read() {
        try {
            return MAPPER.readValue(Path.of(System.getProperty(FILE)).toFile(), UserScenario.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.newsfan.http;

import dev.newsfan.fanout.Mode;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A request's query parameters, read strictly: a misspelt parameter that is ignored gives a wrong answer. */
public final class Parameters {

    private static final int LONGEST_ECHO = 60;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,9})?");
    private static final BigDecimal LONGEST = BigDecimal.TEN;

    private final MultivaluedMap<String, String> given;

    private Parameters(MultivaluedMap<String, String> given) {
        this.given = given;
    }

    /** @throws BadParameterException if one is given that isn't allowed, or one more than once */
    public static Parameters of(UriInfo uri, String... allowed) throws BadParameterException {
        for (var parameter : uri.getQueryParameters().entrySet()) {
            String name = parameter.getKey();
            int times = parameter.getValue().size();
            if (!List.of(allowed).contains(name)) {
                throw new BadParameterException(
                        echo(name),
                        "There is no parameter \"" + echo(name) + "\"; allowed: "
                                + (allowed.length == 0 ? "none" : String.join(", ", allowed)) + ".");
            }
            if (times > 1) {
                throw new BadParameterException(
                        name,
                        "The parameter \"" + name + "\" is given " + times + " times; allowed: once."
                                + (name.endsWith("s") ? " Separate names by commas." : ""));
            }
        }
        return new Parameters(uri.getQueryParameters());
    }

    /** The mode that a path names; any other word leads nowhere. */
    public static Mode mode(String word) {
        return Stream.of(Mode.values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** The modes that a request names, whatever else it says. */
    static List<Mode> modes(UriInfo uri) throws BadParameterException {
        return new Parameters(uri.getQueryParameters()).modes();
    }

    /** The modes in the parameter {@code modes}, in the order of {@link Mode}; all if it isn't given. */
    public List<Mode> modes() throws BadParameterException {
        List<String> wanted =
                names("modes", "mode", Stream.of(Mode.values()).map(Mode::word).toList());
        return Stream.of(Mode.values())
                .filter(mode -> wanted.contains(mode.word()))
                .toList();
    }

    /** The value, if it is given. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(given.getFirst(name));
    }

    /**
     * The names in a comma-separated parameter, or all that are known if it isn't given.
     *
     * @param kind what such a name is called
     */
    public List<String> names(String parameter, String kind, List<String> known) throws BadParameterException {
        if (value(parameter).isEmpty()) {
            return known;
        }
        Set<String> names = new LinkedHashSet<>();
        for (String name : value(parameter).get().split(",", -1)) {
            if (!known.contains(name)) {
                throw new BadParameterException(
                        parameter,
                        "There is no " + kind + " \"" + echo(name) + "\"; allowed: " + String.join(", ", known)
                                + ", separated by commas.");
            }
            if (!names.add(name)) {
                throw new BadParameterException(
                        parameter, "The " + kind + " \"" + name + "\" is named twice; allowed: once.");
            }
        }
        return new ArrayList<>(names);
    }

    /**
     * A whole number without sign.
     *
     * @param min zero or more
     * @param max a billion at most
     * @param otherwise what counts if it isn't given
     */
    public int number(String parameter, int min, int max, int otherwise) throws BadParameterException {
        if (value(parameter).isEmpty()) {
            return otherwise;
        }
        String given = value(parameter).get();
        // Ten digits are enough for every allowed number, and for no overflow of a long.
        long number = given.matches("[0-9]{1,10}") ? Long.parseLong(given) : -1;
        if (number < min || number > max) {
            throw new BadParameterException(
                    parameter,
                    String.format(
                            Locale.ROOT,
                            "The parameter \"%s\" is \"%s\"; allowed: a whole number from %d to %,d.",
                            parameter,
                            echo(given),
                            min,
                            max));
        }
        return (int) number;
    }

    /**
     * A time of 0.001 to 10 seconds.
     *
     * @param otherwise what counts if it isn't given
     */
    public Duration seconds(String parameter, Duration otherwise) throws BadParameterException {
        return seconds(parameter, Duration.ofMillis(1), otherwise);
    }

    /**
     * A time of up to 10 seconds.
     *
     * @param shortest in whole milliseconds
     * @param otherwise what counts if it isn't given
     */
    public Duration seconds(String parameter, Duration shortest, Duration otherwise) throws BadParameterException {
        BigDecimal least = BigDecimal.valueOf(shortest.toMillis(), 3).stripTrailingZeros();
        if (value(parameter).isEmpty()) {
            return otherwise;
        }
        String given = value(parameter).get();
        BigDecimal seconds = SECONDS.matcher(given).matches() ? new BigDecimal(given) : BigDecimal.ZERO;
        if (seconds.compareTo(least) < 0 || seconds.compareTo(LONGEST) > 0) {
            throw new BadParameterException(
                    parameter,
                    "The parameter \"" + parameter + "\" is \"" + echo(given) + "\"; allowed: a number from " + least
                            + " to " + LONGEST + ".");
        }
        return Duration.ofNanos(seconds.movePointRight(9).longValue());
    }

    /** A text of a caller, if it is given. */
    public Optional<String> text(String parameter, int longest) throws BadParameterException {
        Optional<String> given = value(parameter);
        if (given.isPresent() && given.get().length() > longest) {
            throw new BadParameterException(
                    parameter,
                    "The parameter \"" + parameter + "\" has " + given.get().length() + " characters; allowed: 0 to "
                            + longest + ".");
        }
        return given;
    }

    /** One of these words; the first if it isn't given. */
    public String word(String parameter, String... allowed) throws BadParameterException {
        String given = value(parameter).orElse(allowed[0]);
        if (!List.of(allowed).contains(given)) {
            throw new BadParameterException(
                    parameter,
                    "The parameter \"" + parameter + "\" is \"" + echo(given) + "\"; allowed: "
                            + String.join(", ", allowed) + ".");
        }
        return given;
    }

    /** What a caller sends comes back cut short and in one line. */
    public static String echo(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LONGEST_ECHO ? line : line.substring(0, LONGEST_ECHO) + "…";
    }
}

package dev.newsfan.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.util.ExceptionUtil;
import java.util.List;
import java.util.Map;

/** Where the program begins: without arguments it serves until it is told to stop. */
@QuarkusMain
public final class Newsfan {

    static final String CHECK = "--check";

    private static final String USAGE = """
            newsfan            serves the news
            newsfan --check    reads the configuration, asks each source once and prints a table;
                               ends with 0 if all answered, 1 if one didn't, 2 if the configuration is wrong
            newsfan --help     prints this
            System properties such as -Dnewsfan.budget=5s stand before -jar.""";

    /** What a check does without: nobody asks it anything, and it asks the sources themselves. */
    private static final Map<String, String> OF_A_CHECK = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.management.host-enabled", "false",
            "quarkus.banner.enabled", "false",
            "quarkus.log.console.stderr", "true",
            "quarkus.log.category.\"io.quarkus\".level", "WARN",
            "quarkus.log.category.\"dev.newsfan\".level", "WARN",
            "newsfan.cache.shared", "");

    Newsfan() {}

    /** Serves, or does what the only argument says; a wrong one ends the process with 2. */
    public static void main(String... arguments) {
        switch (String.join(" ", arguments)) {
            case "" -> Quarkus.run(arguments);
            case CHECK -> {
                OF_A_CHECK.forEach(System::setProperty);
                Quarkus.run(CheckCommand.class, Newsfan::exit, arguments);
            }
            case "--help" -> System.out.println(USAGE);
            default -> {
                System.err.println(
                        "There is no argument \"" + List.of(arguments).getFirst() + "\"; allowed:\n" + USAGE);
                System.exit(CheckCommand.WRONG);
            }
        }
    }

    /** With a handler of our own Quarkus tells nothing of a failure. */
    private static void exit(int code, Throwable failure) {
        if (failure != null) {
            Throwable cause = ExceptionUtil.getRootCause(failure);
            if (cause instanceof ConfigurationException wrong) {
                System.err.println(wrong.getMessage());
            } else {
                failure.printStackTrace();
            }
        }
        System.exit(failure == null ? code : CheckCommand.WRONG);
    }
}

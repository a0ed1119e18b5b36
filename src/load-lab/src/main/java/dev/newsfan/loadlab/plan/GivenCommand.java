package dev.newsfan.loadlab.plan;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run was started with, so that it can be done again. */
public final class GivenCommand {

    private static final String COMMAND = "./mvnw -f src/load-lab verify";

    private GivenCommand() {}

    /** That of a run with these properties. */
    public static String of(Map<String, String> properties) {
        return new TreeMap<>(properties)
                .entrySet().stream()
                        .filter(option -> option.getKey().startsWith(GivenOptions.PREFIX))
                        .map(GivenCommand::argument)
                        .collect(Collectors.joining(" ", COMMAND + " ", ""));
    }

    private static String argument(Map.Entry<String, String> option) {
        String argument = "-D" + option.getKey() + (option.getValue().equals("true") ? "" : "=" + option.getValue());
        return argument.contains(" ") ? "'" + argument + "'" : argument;
    }
}

package dev.newsfan.loadlab.cost.plan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What compiles the servers' code while they run. A JVM has two compilers, and the second is at work for a minute and more of a
 * core before a server is at its best; what is measured before that depends on how far it has come.
 */
public enum JvmCompiler {
    /** The first alone: done in seconds, and therefore the same in each run, if dearer. */
    FIRST("6s", List.of("-XX:TieredStopAtLevel=1")),
    /** Both, as everywhere. */
    BOTH("90s", List.of());

    private final String usualWarmUp;
    private final List<String> java;

    JvmCompiler(String usualWarmUp, List<String> java) {
        this.usualWarmUp = usualWarmUp;
        this.java = java;
    }

    /** As it is written in options. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How much of a processor a server has had before it is measured, as it is written in options. */
    String usualWarmUp() {
        return usualWarmUp;
    }

    /** What the JVM is told. */
    List<String> java() {
        return java;
    }

    static JvmCompiler of(String word) {
        return Stream.of(values())
                .filter(compiler -> compiler.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }
}

package dev.newsfan.faults;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.function.Function;

/** The tables of faults, as docs/faults.md shows them. */
final class FaultDocument {

    private static final String INTRODUCTION = """
            # What comes of faults

            Each row was run against the package: the jar in a process of its own, in production, with a source or a caller of its own
            making on loopback. All sources have a timeout of %s, the budget is %s, and `max-size` is the default of 2 MB. A cell says what
            a caller of that mode gets if this is the only source that he asks: the status, and the outcome in the source's report. He has it
            after the time in the column *at most*. Meanwhile and shortly after, somebody else asks a healthy source every 20 ms in
            `async` mode, and waits less than %s each time.

            ```console
            $ ./mvnw verify                                                       # makes the package
            $ ./mvnw failsafe:integration-test@faults failsafe:verify@faults      # %d faults of sources, %d of callers
            $ ./mvnw failsafe:integration-test@faults -Dit.test=HostileSourcesIT -Dfaults.client=vertx   # by the other client
            $ ./mvnw failsafe:integration-test@faults -Dit.test=HostileSourcesIT -Dfaults.policies=true  # with the policies on
            $ ./mvnw test -Dtest=FaultTableTest -Dfaults.write=true               # writes this file
            ```

            `MutatedAnswersIT` beside them changes bytes of good answers at random: whatever comes of it, it is never a mistake of Newsfan's.
            A failure tells the seed, which `-Dfaults.seed` takes.

            The tables stand in `src/test/java/dev/newsfan/faults`, a class for each family of them; this file is made of them, and a test
            holds it against them. The policies that ask a source less often than its callers do are off ([policies.md](policies.md)); with
            them on, but for freshness, which would hide the faults, the cells are the same.
            """;

    private static final String CALLERS = """

            ## Callers

            Here each mode holds %d requests, the head of a request may take %s, the time to write an answer is the budget's %s, and
            the answer has 6 MB. A caller misbehaves in the modes with a tick, at the same time; *at most* is how long it takes until
            that has happened to him and `newsfan_requests_at_work` is what it was before.

            | he … | %s | what happens to him | at most | others wait |
            |---|---|---|---|---|---|---|
            """;

    private FaultDocument() {}

    static String text() {
        return introduction()
                + FaultTable.FAMILIES.stream().map(FaultDocument::table).collect(joining())
                + callers();
    }

    private static String introduction() {
        long sources = FaultTable.FAMILIES.stream()
                .mapToLong(family -> family.faults().size())
                .sum();
        return INTRODUCTION.formatted(
                seconds(Expected.TIMEOUT),
                seconds(ServiceAmongFaults.BUDGET),
                seconds(Neighbour.PATIENCE),
                sources,
                CallerFaults.all().size());
    }

    private static String table(Fault.Family family) {
        return "\n## " + family.title() + "\n\n| fault | " + modes(mode -> mode)
                + " | of the report | at most | others wait |\n|---|---|---|---|---|---|---|\n"
                + family.faults().stream().map(FaultDocument::row).collect(joining());
    }

    private static String row(Fault fault) {
        Expected expected = fault.expected();
        String told = expected.status() + " " + expected.outcome();
        return "| %s | %s | %s | %s | %s |\n"
                .formatted(
                        fault.name(),
                        modes(mode -> told),
                        expected.detail(),
                        seconds(expected.within()),
                        "< " + seconds(Neighbour.PATIENCE));
    }

    private static String callers() {
        return CALLERS.formatted(
                        CallerFaults.LIMIT,
                        seconds(CallerFaults.HEAD_TIMEOUT),
                        seconds(ServiceAmongFaults.BUDGET),
                        modes(mode -> mode))
                + CallerFaults.all().stream().map(FaultDocument::row).collect(joining());
    }

    private static String row(CallerFault fault) {
        return "| %s | %s | %s | %s | %s |\n"
                .formatted(
                        fault.name(),
                        modes(mode -> fault.modes().contains(mode) ? "✓" : "–"),
                        fault.end(),
                        seconds(fault.within()),
                        "< " + seconds(Neighbour.PATIENCE));
    }

    private static String modes(Function<String, String> cell) {
        return ServiceAmongFaults.MODES.stream().map(cell).collect(joining(" | "));
    }

    private static String seconds(Duration time) {
        return (time.toMillis() % 1000 == 0 ? "" + time.toSeconds() : "" + time.toMillis() / 1000.0) + " s";
    }
}

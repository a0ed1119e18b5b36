package dev.newsfan.loadlab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was run, and where: the head of every report. */
final class Head {

    /** One line of it. */
    record Fact(String name, String value) {}

    private Head() {}

    static List<Fact> of(Results results) {
        Machine machine = results.machine();
        Options options = results.options();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Machine",
                "%d cores (%s), %s, may open %s files"
                        .formatted(
                                machine.cores(),
                                machine.processor(),
                                gibibytes(machine.memory()),
                                Column.show(Column.Kind.COUNT, machine.openFiles()))));
        facts.add(new Fact("System", machine.system() + ", JDK " + machine.java()));
        facts.add(new Fact("Load", load(options)));
        facts.add(new Fact("Pools and limits", houses(results)));
        facts.add(new Fact("Settings", settings(results)));
        if (results.alone().inFlight() > 0) {
            facts.add(new Fact("Sources alone", alone(results.alone())));
        }
        return facts;
    }

    private static String load(Options options) {
        String users = options.users().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String job = options.target() == Target.NEWS
                ? options.sources() + " sources of " + Times.inWords(options.delaySeconds())
                : "one wait of " + Times.inWords(options.delaySeconds());
        return options.model() == Model.CLOSED
                ? "%s users, each thinking %s to %s between requests; %s"
                        .formatted(users, Times.inWords(options.thinkMin()), Times.inWords(options.thinkMax()), job)
                : "%s arrivals per second, whatever the server does; %s".formatted(users, job);
    }

    private static String houses(Results results) {
        return results.options().lines().stream()
                        .map(line -> {
                            House house = results.houses().of(line);
                            String limit = line.word() + " lets in " + house.limit();
                            return line.inLine() ? limit + " on " + house.workers() + " worker threads" : limit;
                        })
                        .collect(Collectors.joining(", "))
                + (results.options().target() == Target.NEWS
                        ? "; "
                                + results.houses()
                                        .of(results.options().lines().getFirst())
                                        .pool() + " connections to each source"
                        : "");
    }

    private static String settings(Results results) {
        String settings = results.settings().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(", "));
        return results.options().java().isEmpty()
                ? settings
                : settings + "; JVM " + String.join(" ", results.options().java());
    }

    private static String alone(UpstreamAlone alone) {
        return String.format(
                Locale.ROOT,
                "at most %,.0f calls/s; with %,d in flight %,.1f calls/s of %,.1f, late by %s",
                alone.ceiling(),
                alone.inFlight(),
                alone.perSecond(),
                alone.predictedPerSecond(),
                Times.inWords(alone.lateness()));
    }

    private static String gibibytes(double bytes) {
        return Double.isNaN(bytes) ? "memory not known" : String.format(Locale.ROOT, "%.1f GiB", bytes / (1 << 30));
    }
}

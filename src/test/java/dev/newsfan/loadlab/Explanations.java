package dev.newsfan.loadlab;

/** What the numbers mean, for people who did not write the lab. */
final class Explanations {

    static final String OF_THE_TABLE =
            "Of the steady state only: the users' coming and going is left out. Times and rates are"
                    + " those of answers with 200. CPU, memory and threads are the server's; the server is started anew for each mode"
                    + " and warmed up with sources that answer at once. A step that is more than 10 % from its prediction, in its"
                    + " rate or its mean time, has its cause below it; <b>limit</b> says what held a step back beside the server.";

    static final String OF_THE_LAB =
            "Users, server and sources share this machine. Where there is nothing idle, or the sources"
                    + " or the users are late, the numbers above are about that and not about the server alone. Gatling's own reports"
                    + " cover each step as a whole, coming and going included.";

    private static final String CLOSED = """
            <p>A user asks, waits for the answer, thinks, and asks again: a slow server slows its own load down. By Little's law,
            the users in the house are their rate times the time that each stays. With <i>U</i> users, a thinking time <i>Z</i>,
            <i>N</i> sources that take <i>d</i> each, <i>W</i> worker threads, <i>P</i> connections in the smallest pool and a
            limit of <i>L</i> requests:</p>
            <p><b>sync</b> = min(<i>U</i> / (<i>N·d</i> + <i>Z</i>), <i>W</i> / (<i>N·d</i>))<br>
            <b>async</b>, <b>virtual</b> and <b>bare</b> = min(<i>U</i> / (<i>d</i> + <i>Z</i>), <i>P</i> / <i>d</i>,
            <i>L</i> / <i>d</i>)</p>
            <p>The time of an answer follows: those who are not thinking are in the house, and the rate is known. Whoever finds
            <i>L</i> in the house gets a 503, thinks, and comes again.</p>
            """;

    private static final String OPEN = """
            <p>So many requests arrive per second, whatever the server does: a slow server can't slow its own load down. The rate
            of answers is that of the arrivals, up to what the house can do: <b>sync</b> <i>W</i> / (<i>N·d</i>), the others
            min(<i>P</i>, <i>L</i>) / <i>d</i>, with <i>N</i> sources that take <i>d</i> each, <i>W</i> worker threads, <i>P</i>
            connections in the smallest pool and a limit of <i>L</i> requests. Beyond that the house is full, and the others get a
            503.</p>
            """;

    private static final String WAIT = """
            <p>Nothing is asked of anybody here: a request waits. This is the usual comparison of blocking and non-blocking
            routes. <b>With one worker thread</b> (<code>-Dload.workers=1</code>) a blocking route serves one user at a time, and of
            ten users who each wait a second each waits ten, nine of them for the thread. That is what a single thread does, and it
            is often shown as what blocking does. <b>With the default pool</b> there are 200 threads or more, and up to as many
            users nobody waits for a thread: blocking looks just like the others, at the price of a thread each. The difference
            begins where the users outnumber the threads.</p>
            """;

    private static final String BARE = """
            <p><b>bare</b> is no mode of the service but a plain Vert.x server that does the same job by hand, and shares
            nothing with it but the merge. What the framework costs is the distance to it.</p>
            """;

    private Explanations() {}

    static String of(Options options) {
        return (options.model() == Model.CLOSED ? CLOSED : OPEN)
                + (options.target() == Target.WAIT ? WAIT : "")
                + (options.lines().contains(Line.BARE) ? BARE : "");
    }
}

package dev.newsfan.loadlab;

import java.util.List;

/**
 * What the answers of a steady state say.
 *
 * @param counted how many answers with 200 came in the window
 * @param perSecond answers with 200 per second
 * @param latencies of the answers with 200
 * @param refusedPerSecond answers with 503 per second
 * @param errors what was neither: other statuses, broken connections
 * @param incomplete answers with 200 that lack a source
 */
record Measured(
        int counted, double perSecond, Latencies latencies, double refusedPerSecond, int errors, int incomplete) {

    /** With fewer answers than this, one more or less at the window's edge would show. */
    static final int FEW = 500;

    static Measured of(List<Answer> answers, Window window) {
        List<Answer> inside = answers.stream()
                .filter(answer -> window.contains(answer.endMicros()))
                .toList();
        List<Answer> ok = inside.stream().filter(Answer::ok).toList();
        long refused = inside.stream().filter(answer -> answer.status() == 503).count();
        return new Measured(
                ok.size(),
                rate(ok.size(), answers, window),
                Latencies.ofMicros(ok.stream().mapToLong(Answer::micros).toArray()),
                refused / window.seconds(),
                inside.size() - ok.size() - (int) refused,
                (int) ok.stream().filter(answer -> !answer.complete()).count());
    }

    /** Of few answers, those at the edges count with the part that lies in the window. */
    private static double rate(int ok, List<Answer> answers, Window window) {
        double count = ok;
        if (ok < FEW) {
            count = answers.stream()
                    .filter(Answer::ok)
                    .mapToDouble(answer -> answer.share(window))
                    .sum();
        }
        return count / window.seconds();
    }
}

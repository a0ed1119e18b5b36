package dev.newsfan.loadlab.cost.report;

import dev.newsfan.loadlab.cost.plan.CostLine;
import dev.newsfan.loadlab.cost.plan.CostOptions;
import dev.newsfan.loadlab.cost.plan.KeptRatios;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Holds measured ratios against those that are kept.
 *
 * @param excesses what is too dear, and what to do; empty if nothing is
 * @param remarks what else is to be said: why nothing was checked, or that a ratio can be lowered
 */
public record RatioCheck(List<String> excesses, List<String> remarks) {

    public RatioCheck {
        excesses = List.copyOf(excesses);
        remarks = List.copyOf(remarks);
    }

    /** @param measured those of the lines that were loaded; empty if {@link CostLine#BARE} was not */
    public static RatioCheck of(Map<CostLine, Double> measured, KeptRatios kept, CostOptions options) {
        List<String> differences = kept.differences(options);
        if (!differences.isEmpty()) {
            return remark("The kept ratios are not checked, as they hold for another load: "
                    + String.join("; ", differences) + ".");
        }
        if (measured.isEmpty()) {
            return remark(
                    "The kept ratios are not checked, as nothing was measured beside " + CostLine.BARE.word() + ".");
        }
        List<String> excesses = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        measured.forEach((line, ratio) -> kept.of(line)
                .ifPresentOrElse(
                        written -> compare(line, ratio, written, kept, excesses, remarks),
                        () -> remarks.add(line.word() + " has no ratio in " + kept.file() + " yet.")));
        return new RatioCheck(excesses, remarks);
    }

    private static RatioCheck remark(String remark) {
        return new RatioCheck(List.of(), List.of(remark));
    }

    private static void compare(
            CostLine line, double ratio, double written, KeptRatios kept, List<String> excesses, List<String> remarks) {
        double change = ratio / written - 1;
        String said = String.format(
                Locale.ROOT,
                "%s takes %.2f times the processor time of %s, and %.2f is written in %s (%+.0f %%, allowed %+.0f %%)",
                line.word(),
                ratio,
                CostLine.BARE.word(),
                written,
                kept.file(),
                100 * change,
                100 * KeptRatios.TOLERANCE);
        if (change > KeptRatios.TOLERANCE) {
            excesses.add(said + ". Find out what has made a request dearer and take it back, or, if it is worth"
                    + " its price, renew the file as it says.");
        } else if (change < -KeptRatios.TOLERANCE) {
            remarks.add(said + ": renew the file as it says, so that this is not lost again.");
        }
    }
}

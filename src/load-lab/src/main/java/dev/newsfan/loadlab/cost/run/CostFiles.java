package dev.newsfan.loadlab.cost.run;

import dev.newsfan.loadlab.cost.plan.KeptRatios;
import dev.newsfan.loadlab.cost.report.CostReport;
import dev.newsfan.loadlab.cost.report.CostResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a run leaves behind: its results, and its ratios as the repository would keep them. */
final class CostFiles {

    /** The file of ratios, that of a run and that of the repository. */
    static final String RATIOS = "ratios.properties";

    private CostFiles() {}

    /** Writes all of it, and shows the tables. */
    static void write(CostResults results, Path folder) throws IOException {
        String tables = CostReport.markdown(results);
        Files.writeString(folder.resolve("results.json"), CostReport.json(results));
        Files.writeString(folder.resolve("results.md"), tables);
        Optional<String> ratios = results.warm()
                .filter(costs -> !costs.ratios().isEmpty())
                .map(costs -> KeptRatios.text(results.options(), costs.ratios()));
        if (ratios.isPresent()) {
            Files.writeString(folder.resolve(RATIOS), ratios.get());
        }
        System.out.println("\n" + tables + "\nThe results: " + folder.toUri());
    }
}

package dev.newsfan.loadlab.policies.run;

import static dev.newsfan.loadlab.plan.Durations.inWords;

import dev.newsfan.loadlab.LoadLabException;
import dev.newsfan.loadlab.plan.GivenCommand;
import dev.newsfan.loadlab.plan.Machine;
import dev.newsfan.loadlab.plan.ServicePolicies;
import dev.newsfan.loadlab.policies.plan.PolicyOptionParser;
import dev.newsfan.loadlab.policies.plan.PolicyOptions;
import dev.newsfan.loadlab.policies.plan.PolicyScenario;
import dev.newsfan.loadlab.policies.report.PolicyReport;
import dev.newsfan.loadlab.policies.report.PolicyRow;
import dev.newsfan.loadlab.policies.report.PolicyTable;
import dev.newsfan.loadlab.process.LabFolders;
import dev.newsfan.loadlab.process.SourcesProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts what users and sources see without policies beside what they see with some. */
public final class PolicyRun {

    private PolicyRun() {}

    /**
     * Runs it.
     *
     * @param arguments the folder of the service, and the one where this project is built
     * @param properties with what is to be done
     * @throws LoadLabException if it can't be done
     */
    public static void run(String[] arguments, Map<String, String> properties)
            throws IOException, InterruptedException {
        PolicyOptions options = PolicyOptionParser.parse(properties);
        LabFolders folders = LabFolders.of(arguments, "policies");
        folders.requirePackage();
        folders.emptyReport();
        announce(options);
        List<PolicyTable> tables = new ArrayList<>();
        try (SourcesProcess sources =
                SourcesProcess.start(folders, List.of(), PolicyOptions.SOURCES, options.delay())) {
            PolicyVariant variant = new PolicyVariant(options, folders, sources);
            for (PolicyScenario scenario : options.scenarios()) {
                tables.add(table(scenario, variant));
            }
        }
        PolicyReport report = new PolicyReport(GivenCommand.of(properties), options, Machine.here(), tables);
        Files.writeString(folders.report().resolve("results.md"), report.markdown());
        Files.writeString(folders.report().resolve("results.json"), report.json());
        System.out.println("\n" + report.markdown());
    }

    private static PolicyTable table(PolicyScenario scenario, PolicyVariant variant)
            throws IOException, InterruptedException {
        List<PolicyRow> rows = new ArrayList<>();
        for (ServicePolicies policies : scenario.variants()) {
            rows.add(variant.run(scenario.health(), policies));
            System.out.printf("  %s, policies: %s%n", scenario.word(), policies.words());
        }
        return new PolicyTable(scenario, rows);
    }

    private static void announce(PolicyOptions options) {
        int services = options.scenarios().stream()
                .mapToInt(scenario -> scenario.variants().size())
                .sum();
        double each = PolicyVariant.WARM_SECONDS + PolicyOptions.SETTLE + options.seconds();
        System.out.printf(
                "Policies: %d services one after another, at least %s in all.%n", services, inWords(services * each));
    }
}

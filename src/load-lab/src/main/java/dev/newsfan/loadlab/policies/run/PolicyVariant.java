package dev.newsfan.loadlab.policies.run;

import dev.newsfan.loadlab.plan.ServicePolicies;
import dev.newsfan.loadlab.plan.SourceClient;
import dev.newsfan.loadlab.policies.plan.PolicyOptions;
import dev.newsfan.loadlab.policies.report.PolicyRow;
import dev.newsfan.loadlab.policies.users.AnswerTally;
import dev.newsfan.loadlab.policies.users.Arrivals;
import dev.newsfan.loadlab.process.LabFolders;
import dev.newsfan.loadlab.process.ServerProcess;
import dev.newsfan.loadlab.process.ServerSetup;
import dev.newsfan.loadlab.process.SourcesProcess;
import dev.newsfan.loadlab.servers.SourceHealth;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Has the users come to a service with some policies. */
record PolicyVariant(PolicyOptions options, LabFolders folders, SourcesProcess sources) {

    static final double WARM_SECONDS = 5;
    private static final int WARM_USERS = 10;

    /** Before the first source falls ill, the service has asked it for a while, and has an answer that may serve again. */
    PolicyRow run(SourceHealth health, ServicePolicies policies) throws IOException, InterruptedException {
        sources.become(0, SourceHealth.WELL);
        sources.answerInTime();
        try (ServerProcess service = ServerProcess.start(setup(policies), sources, folders, List.of())) {
            sources.ward(service.process().handle());
            URI news = URI.create(service.url() + options.mode().newsPath());
            try (Arrivals users = new Arrivals(news)) {
                users.warmUp(WARM_USERS, WARM_SECONDS);
                sources.become(0, health);
                users.comeBefore(options.rate(), PolicyOptions.SETTLE);
                sources.calls();
                AnswerTally tally = users.come(options.rate(), options.seconds());
                return new PolicyRow(policies, tally, sources.calls());
            }
        }
    }

    private ServerSetup setup(ServicePolicies policies) {
        String limit = "newsfan.limits." + options.mode().word();
        return new ServerSetup(
                options.mode(),
                SourceClient.REST,
                policies,
                options.limit(),
                PolicyOptions.TIMEOUT,
                Map.of(limit, "" + options.limit()),
                options.java());
    }
}

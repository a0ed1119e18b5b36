package dev.newsfan.command;

import dev.newsfan.aggregate.SourceCheck;
import dev.newsfan.aggregate.SourceCheck.Checked;
import io.quarkus.runtime.QuarkusApplication;
import java.time.Instant;
import java.util.List;

/** Asks each source once and prints how it answered. */
final class CheckCommand implements QuarkusApplication {

    /** The exit codes. */
    static final int ALL_WELL = 0;

    static final int SOME_FAILED = 1;
    static final int WRONG = 2;

    private final SourceCheck check;

    CheckCommand(SourceCheck check) {
        this.check = check;
    }

    @Override
    public int run(String... arguments) throws InterruptedException {
        List<Checked> sources = check.ask();
        System.out.print(new CheckTable(sources, Instant.now()).text());
        return sources.stream().allMatch(source -> source.report().isOk()) ? ALL_WELL : SOME_FAILED;
    }
}

package dev.newsfan.loadlab;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that a run has found.
 *
 * @param settings what the service was told beyond its own choice
 * @param alone what the sources do without the service
 */
record Results(
        Instant at,
        Options options,
        Machine machine,
        Houses houses,
        Map<String, String> settings,
        UpstreamAlone alone,
        List<Row> rows) {

    Results {
        rows = List.copyOf(rows);
    }

    Verdict verdict(Row row) {
        return new Verdict(row, alone, machine.cores());
    }
}

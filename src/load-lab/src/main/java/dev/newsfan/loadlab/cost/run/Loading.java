package dev.newsfan.loadlab.cost.run;

import dev.newsfan.loadlab.LoadLabException;
import dev.newsfan.loadlab.cost.report.LoadTurn;
import dev.newsfan.loadlab.cost.users.LoadOrder;
import dev.newsfan.loadlab.cost.users.LoadResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Has servers loaded and weighs what they take, and remembers whoever made an error. */
final class Loading {

    private final UsersProcess users;
    private final List<String> errors = new ArrayList<>();

    Loading(UsersProcess users) {
        this.users = users;
    }

    /** Waits until the order is carried out, and says what that took. */
    LoadTurn load(LineServer server, LoadOrder order) throws IOException, InterruptedException {
        double before = server.cpuSeconds();
        LoadResult result = users.carryOut(order);
        LoadTurn turn = new LoadTurn(result, server.cpuSeconds() - before);
        if (result.errors() > 0 || result.answers() == 0) {
            errors.add("%s: %d answers and %d errors; the first: %s"
                    .formatted(server.line().word(), result.answers(), result.errors(), result.firstError()));
        }
        return turn;
    }

    /** As {@link #load}, of the users alone: whom they ask isn't weighed, and no server of ours. */
    LoadResult loadOthers(LoadOrder order) throws IOException, InterruptedException {
        return users.carryOut(order);
    }

    /** @throws LoadLabException if there has been any error: the numbers are then of another job */
    void requireNoErrors() {
        if (!errors.isEmpty()) {
            throw new LoadLabException(
                    "Requests had errors, so the costs mean nothing:\n- " + String.join("\n- ", errors));
        }
    }
}

package dev.newsfan.loadlab.cost.report;

import dev.newsfan.loadlab.cost.plan.CostLine;
import dev.newsfan.loadlab.cost.users.LoadResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Rounds that never were. */
final class SampleCosts {

    private SampleCosts() {}

    /** Turns of a thousand answers that took so many microseconds each. */
    static List<LoadTurn> turns(double... micros) {
        return DoubleStream.of(micros)
                .mapToObj(each -> new LoadTurn(new LoadResult(1000, 0, 500, 0.01, 0.02, ""), each / 1000))
                .toList();
    }

    /** Of a bare server that takes 200 µs, and an asynchronous one that takes so many times as much. */
    static WarmCosts async(double ratio) {
        Map<CostLine, List<LoadTurn>> turns = new LinkedHashMap<>();
        turns.put(CostLine.ASYNC, turns(200 * ratio, 200 * ratio, 900 * ratio));
        turns.put(CostLine.BARE, turns(190, 200, 400));
        return new WarmCosts(turns);
    }
}

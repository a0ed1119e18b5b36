package dev.newsfan.loadlab;

import java.util.ArrayList;
import java.util.List;

/** One load on one line. */
record Step(Line line, int users, Prediction prediction, Pace pace) {

    /** All steps of a run, in their order. */
    static List<Step> of(Options options, Houses houses) {
        List<Step> steps = new ArrayList<>();
        for (Line line : options.lines()) {
            for (int users : options.users()) {
                Prediction prediction = prediction(options, line, users, houses.of(line));
                steps.add(new Step(line, users, prediction, Pace.of(prediction, options)));
            }
        }
        return steps;
    }

    /** How many requests will be in the server at a time. */
    int inHouse(House house) {
        double inHouse = prediction.perSecond() * prediction.latency();
        return (int) Math.ceil(Math.min(house.limit(), Math.max(inHouse, Math.min(users, house.limit()))));
    }

    static Prediction prediction(Options options, Line line, int users, House house) {
        var load = new Prediction.Load(
                options.model(), users, options.delaySeconds(), options.callsPerRequest(), options.think());
        return Prediction.of(line, load, house);
    }
}

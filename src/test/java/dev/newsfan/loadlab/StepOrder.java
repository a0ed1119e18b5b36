package dev.newsfan.loadlab;

import java.util.List;

/** What the load generator's process is told: one step. */
record StepOrder(
        String name,
        String url,
        String path,
        Model model,
        int users,
        double thinkMin,
        double thinkMax,
        double ramp,
        double total,
        String log) {

    private static final String PREFIX = "loadlab.";

    StepOrder named(String newName, String newLog) {
        return new StepOrder(newName, url, path, model, users, thinkMin, thinkMax, ramp, total, newLog);
    }

    /** As options of a JVM. */
    List<String> toSystemProperties() {
        return List.of(
                define("name", name),
                define("url", url),
                define("path", path),
                define("model", model.name()),
                define("users", users),
                define("thinkMin", thinkMin),
                define("thinkMax", thinkMax),
                define("ramp", ramp),
                define("total", total),
                define("log", log));
    }

    private static String define(String name, Object value) {
        return "-D" + PREFIX + name + "=" + value;
    }

    static StepOrder fromSystemProperties() {
        return new StepOrder(
                told("name"),
                told("url"),
                told("path"),
                Model.valueOf(told("model")),
                Integer.parseInt(told("users")),
                Double.parseDouble(told("thinkMin")),
                Double.parseDouble(told("thinkMax")),
                Double.parseDouble(told("ramp")),
                Double.parseDouble(told("total")),
                told("log"));
    }

    private static String told(String name) {
        return System.getProperty(PREFIX + name);
    }
}

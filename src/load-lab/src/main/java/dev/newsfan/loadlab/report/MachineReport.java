package dev.newsfan.loadlab.report;

import static dev.newsfan.loadlab.report.NumberStyle.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsfan.loadlab.plan.Machine;

/** Where a run was made, the same in all reports. */
public final class MachineReport {

    private MachineReport() {}

    /** Its processor, memory and limits, for people. */
    public static String hardware(Machine machine) {
        String memory =
                Double.isNaN(machine.memory()) ? "memory not known" : text("%.1f GiB", machine.memory() / (1 << 30));
        String files = NumberStyle.COUNT.show(machine.openFiles());
        return "%d cores (%s), %s, may open %s files".formatted(machine.cores(), machine.processor(), memory, files);
    }

    /** Its system and its JDK, for people. */
    public static String system(Machine machine) {
        return machine.system() + ", JDK " + machine.java();
    }

    /** All of it, for programs. */
    public static void json(ObjectNode json, Machine machine) {
        json.put("cores", machine.cores())
                .put("processor", machine.processor())
                .put("memory", known(machine.memory()))
                .put("open_files", known(machine.openFiles()))
                .put("system", machine.system())
                .put("java", machine.java());
    }

    /** The number, or null if it isn't one. */
    public static Double known(double number) {
        return Double.isFinite(number) ? number : null;
    }
}

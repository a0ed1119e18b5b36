package dev.newsfan.deploy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test that starts a Prometheus of its own. Where there is none to start it is skipped, and says so; with {@code
 * CI_PROMETHEUS=required} in the environment it runs all the same, and fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsPrometheus.OrSkip.class)
@interface NeedsPrometheus {

    /** Looks for one. */
    final class OrSkip implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
            if (Prometheus.isInstalled() || "required".equals(System.getenv("CI_PROMETHEUS"))) {
                return ConditionEvaluationResult.enabled("there has to be one");
            }
            String reason = test.getDisplayName() + " is skipped, as there is no prometheus here";
            System.out.println(reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}

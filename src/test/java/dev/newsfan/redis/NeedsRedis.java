package dev.newsfan.redis;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test that starts a Redis of its own. Where there is none to start it is skipped, and says so; with {@code CI_REDIS=required} in
 * the environment it runs all the same, and fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsRedis.OrSkip.class)
@interface NeedsRedis {

    /** Looks for one. */
    final class OrSkip implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
            if (RedisServer.isInstalled() || "required".equals(System.getenv("CI_REDIS"))) {
                return ConditionEvaluationResult.enabled("there has to be one");
            }
            String reason =
                    test.getDisplayName() + " is skipped, as there is neither redis-server nor valkey-server here";
            System.out.println(reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}

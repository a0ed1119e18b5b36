package dev.newsfan.deploy;

import java.util.Set;

/** The metrics that dashboard and rules may rely on, by the names that they have in Prometheus. */
final class KnownMetrics {

    private static final Set<String> NAMES = Set.of(
            "http_server_requests_seconds_bucket",
            "http_server_requests_seconds_count",
            "jvm_gc_pause_seconds_sum",
            "jvm_memory_max_bytes",
            "jvm_memory_used_bytes",
            "newsfan_answers_cut_total",
            "newsfan_answers_paused",
            "newsfan_bytes_in_flight",
            "newsfan_bytes_in_flight_limit",
            "newsfan_cache_limit_bytes",
            "newsfan_cache_size_bytes",
            "newsfan_eventloop_lag_seconds_bucket",
            "newsfan_request_budget_left_seconds_bucket",
            "newsfan_request_budget_left_seconds_count",
            "newsfan_request_steps_seconds_bucket",
            "newsfan_request_steps_seconds_sum",
            "newsfan_requests_at_work",
            "newsfan_requests_limit",
            "newsfan_requests_refused_total",
            "newsfan_source_answer_age_seconds",
            "newsfan_source_breaker",
            "newsfan_source_calls_active",
            "newsfan_source_calls_seconds_bucket",
            "newsfan_source_calls_seconds_count",
            "newsfan_source_calls_waiting",
            "newsfan_source_connections",
            "newsfan_source_connections_limit",
            "newsfan_source_policy_total",
            "newsfan_source_rate_left",
            "newsfan_source_steps_seconds_bucket",
            "newsfan_source_steps_seconds_sum",
            "process_cpu_usage",
            "system_cpu_usage",
            "up");

    private KnownMetrics() {}

    static boolean has(String name) {
        return NAMES.contains(name);
    }
}

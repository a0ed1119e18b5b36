package dev.newsfan.lab;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;

/**
 * A sign of life of an event loop.
 *
 * @param loop the name of its thread
 * @param at when, by the server's clock, to the millisecond
 * @param pause since the loop's beat before
 */
@RegisterForReflection
record Beat(String loop, Instant at, Duration pause) {}

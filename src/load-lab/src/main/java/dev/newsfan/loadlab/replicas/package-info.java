/**
 * Many replicas of the service at the same sources, with and without a cache that they share. What is said of calls was counted by
 * the sources.
 *
 * <p>The packages follow those of the load lab; all of them are in Maven's process.
 */
package dev.newsfan.loadlab.replicas;

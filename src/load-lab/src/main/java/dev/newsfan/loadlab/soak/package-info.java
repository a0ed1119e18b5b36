/**
 * The soak: sources that fail in every way and callers of every kind for a while, and then nothing may be left of them. What a
 * leak loses at each request adds up here, and an answer that was mixed up with another is found by its number.
 *
 * <p>The packages follow those of the load lab: {@code plan}, {@code run}, {@code report} and the {@code users} are in Maven's
 * process, {@code servers} in that of the sources. Here is what both have.
 */
package dev.newsfan.loadlab.soak;

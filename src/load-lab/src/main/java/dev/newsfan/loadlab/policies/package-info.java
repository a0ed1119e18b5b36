/**
 * What the policies are worth: the same arrivals at the service without them and with one or another, at sources of which one may
 * be ill. What is said of calls was counted by the sources.
 *
 * <p>The packages follow those of the load lab; all of them are in Maven's process.
 */
package dev.newsfan.loadlab.policies;

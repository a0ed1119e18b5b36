/**
 * The cost benchmark: how much of a processor a request takes in the service, beside the same job by hand in the same run.
 *
 * <p>All servers are up at the same time and are loaded in turns, so that whatever else the machine does falls on all of them
 * alike, and ratios hold where times don't. The packages follow those of the load lab: {@code plan}, {@code run} and
 * {@code report} are in Maven's process, {@code users} in one of its own with the libraries of the service's package.
 */
package dev.newsfan.loadlab.cost;

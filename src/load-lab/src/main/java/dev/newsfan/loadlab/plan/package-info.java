/** What is to be run and what should come of it, worked out before anything starts. Runs in Maven's process. */
package dev.newsfan.loadlab.plan;

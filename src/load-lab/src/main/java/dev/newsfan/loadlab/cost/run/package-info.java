/** Starts the servers, has them loaded in turns, and writes what it cost. Runs in Maven's process. */
package dev.newsfan.loadlab.cost.run;

/** Starts the processes, sets the users on the server, watches them all, and writes the reports. Runs in Maven's process. */
package dev.newsfan.loadlab.run;

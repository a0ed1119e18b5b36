/** Starts the processes of a soak, lets the users at them and looks what is left. Runs in Maven's process. */
package dev.newsfan.loadlab.soak.run;

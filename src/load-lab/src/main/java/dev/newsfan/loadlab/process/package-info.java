/** The processes of a run and their folders, as the lab starts them, asks them and ends them. Runs in Maven's process. */
package dev.newsfan.loadlab.process;

/** The users of a step. Runs in a process with Gatling, whose Netty is another than that of Vert.x; the logs are read in Maven's. */
package dev.newsfan.loadlab.users;

/** Starts the replicas and the cache that they share, and has users come to all of them. */
package dev.newsfan.loadlab.replicas.run;

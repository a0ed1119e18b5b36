/** Starts the service with each choice of policies and has users come. */
package dev.newsfan.loadlab.policies.run;

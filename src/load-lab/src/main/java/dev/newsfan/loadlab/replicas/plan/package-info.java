/** What a run of replicas is to do, decided before it. */
package dev.newsfan.loadlab.replicas.plan;

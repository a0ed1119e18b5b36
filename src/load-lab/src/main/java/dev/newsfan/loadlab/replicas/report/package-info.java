/** What a run of replicas has found, as a table. */
package dev.newsfan.loadlab.replicas.report;

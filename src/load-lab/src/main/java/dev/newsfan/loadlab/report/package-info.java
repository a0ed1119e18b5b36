/** What a run has found, what it means, and how it is told: as a page, as JSON, as a table. Runs in Maven's process. */
package dev.newsfan.loadlab.report;

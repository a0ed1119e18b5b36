/** What a run of the policies has found, as tables. */
package dev.newsfan.loadlab.policies.report;

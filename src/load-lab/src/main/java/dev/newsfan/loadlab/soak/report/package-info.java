/** What a soak has found: the levels before and after, and whether they may differ so much. */
package dev.newsfan.loadlab.soak.report;

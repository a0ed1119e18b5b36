/** What the benchmark has found: numbers, their check against the ratios that are kept, and the reports. */
package dev.newsfan.loadlab.cost.report;

/** What is measured, of whom and under which load, decided before the run; and the ratios that are kept. */
package dev.newsfan.loadlab.cost.plan;

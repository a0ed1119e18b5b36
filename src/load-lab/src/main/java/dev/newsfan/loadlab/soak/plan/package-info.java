/** What a soak is to do, decided before it. */
package dev.newsfan.loadlab.soak.plan;

/** What watches the service from outside is told here: what {@link dev.newsfan.timeline.Step}s and the event loops say becomes metrics. */
package dev.newsfan.telemetry;

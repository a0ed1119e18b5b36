/** What operators are told of requests and their steps, in the forms that their tools read: spans, histograms, lines of a log. */
package dev.newsfan.telemetry;

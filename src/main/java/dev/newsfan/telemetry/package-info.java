/** How what is heard of requests, and what is logged, is told to those who run the service. */
package dev.newsfan.telemetry;

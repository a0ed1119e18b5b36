/** The news over HTTP: resources, their parameters, streams. */
package dev.newsfan.api;

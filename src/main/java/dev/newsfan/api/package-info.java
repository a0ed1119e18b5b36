/** The HTTP side: resources, parameters, problems, JSON. */
package dev.newsfan.api;

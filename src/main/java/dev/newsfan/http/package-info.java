/** What every resource speaks: problems, parameters, streams of events, JSON. No word of what is asked. */
package dev.newsfan.http;

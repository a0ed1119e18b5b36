/** How a source is reached over HTTP: its clients and connections, its redirects, proxies and certificates. */
package dev.newsfan.upstream;

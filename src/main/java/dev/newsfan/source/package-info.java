/** One source: its configuration, its client and the decoders of the formats. Everything about talking to an upstream. */
package dev.newsfan.source;

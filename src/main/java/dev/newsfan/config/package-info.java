/** How values of the configuration are read, whoever they belong to. */
package dev.newsfan.config;

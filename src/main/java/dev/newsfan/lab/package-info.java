/** Experiments that show what waiting costs, a package for each, and what they share. Some freeze the service on purpose. */
package dev.newsfan.lab;

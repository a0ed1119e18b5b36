/** Experiments that show what waiting costs, each a resource of a few lines. Some freeze the service on purpose. */
package dev.newsfan.lab;

/** What the program does when it is started: it serves, or it checks the sources. */
package dev.newsfan.command;

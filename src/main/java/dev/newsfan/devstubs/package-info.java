/** What the stubs of dev mode and tests do on demand. Production does not contain it. */
package dev.newsfan.devstubs;

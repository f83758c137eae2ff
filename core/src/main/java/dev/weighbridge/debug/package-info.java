/** Where the rows of debug information lie in the spans of a file, whatever format it is in. */
package dev.weighbridge.debug;

/** The names of symbols, handed to readers without an object for each. */
package dev.weighbridge.internal.names;

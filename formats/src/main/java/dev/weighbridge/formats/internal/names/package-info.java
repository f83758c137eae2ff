/** The names of symbol tables. */
package dev.weighbridge.formats.internal.names;

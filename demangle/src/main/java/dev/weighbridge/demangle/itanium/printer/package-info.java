/** Writes a tree as text: one class for each sort of nodes. */
package dev.weighbridge.demangle.itanium.printer;

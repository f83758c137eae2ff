/** Writes trees as text. */
package dev.weighbridge.demangle.swift.printer;

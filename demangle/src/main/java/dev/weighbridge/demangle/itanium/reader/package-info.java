/** Makes a tree of a C++ name: one class for each chapter of the grammar. */
package dev.weighbridge.demangle.itanium.reader;

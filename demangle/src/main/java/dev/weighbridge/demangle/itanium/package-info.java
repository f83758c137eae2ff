/**
 * The mangling of the Itanium C++ ABI: text, and the structure of names. A reader makes a tree of a
 * name, a printer writes it.
 */
package dev.weighbridge.demangle.itanium;

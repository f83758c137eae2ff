/** The mangling of the Itanium C++ ABI: text, and the structure of names. */
package dev.weighbridge.demangle.itanium;

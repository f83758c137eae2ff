/** Which library code of C, C++ and other languages comes from, by what units say of themselves. */
package dev.weighbridge.libraries;

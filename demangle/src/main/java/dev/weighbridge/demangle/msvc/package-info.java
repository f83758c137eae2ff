/** The mangling of Microsoft's compilers, and of Clang where it stands in for them. */
@NullMarked
package dev.weighbridge.demangle.msvc;

import org.jspecify.annotations.NullMarked;

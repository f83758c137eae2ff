/** Benchmarks of the library. */
@NullMarked
package dev.weighbridge.benchmarks;

import org.jspecify.annotations.NullMarked;

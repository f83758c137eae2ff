/** Benchmarks of the library. */
package dev.weighbridge.benchmarks;

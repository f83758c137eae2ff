/** The same store made by a cluster, and the same questions asked there. */
@NullMarked
package dev.weighbridge.fleet.spark;

import org.jspecify.annotations.NullMarked;

/**
 * Generic items and their copies: what {@code Vec<T>::push} costs for all {@code T} together, how
 * many of the copies are equal, and who causes them.
 *
 * <pre>{@code
 * Generics generics = Generics.of(attribution);
 * for (int row = 0; row < Math.min(10, generics.count()); row++) {
 *   System.out.println(
 *       generics.label(row) + ": " + generics.copyCount(row) + " copies, "
 *           + generics.codeSize(row) + " bytes");
 * }
 * }</pre>
 */
@NullMarked
package dev.weighbridge.generics;

import org.jspecify.annotations.NullMarked;

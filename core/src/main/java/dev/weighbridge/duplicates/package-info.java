/**
 * What stands in a file more than once: equal functions, equal data, crates in several versions.
 *
 * <pre>{@code
 * Duplicates duplicates = Duplicates.of(attribution);
 * System.out.println(duplicates.identicalFunctions().saving() + " bytes of equal functions");
 * for (CrateCopies copies : duplicates.crates()) {
 *   System.out.println(copies.name() + " " + copies.versions());
 * }
 * }</pre>
 */
@NullMarked
package dev.weighbridge.duplicates;

import org.jspecify.annotations.NullMarked;

/**
 * What a format must offer to be read: services, found by the JDK's service loader.
 *
 * <pre>{@code
 * for (BinaryFormat format : FormatRegistry.installed().formats()) {
 *   System.out.println(format.name() + " " + format.recognises(bytes));
 * }
 * }</pre>
 *
 * <p>The page {@code docs/adding-a-format.md} goes through a whole format.
 */
@NullMarked
package dev.weighbridge.formats.spi;

import org.jspecify.annotations.NullMarked;

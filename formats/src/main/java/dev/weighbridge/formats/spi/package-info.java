/**
 * What a format must offer to be read: services, found by the JDK's service loader.
 *
 * <pre>{@code
 * for (BinaryFormat format : FormatRegistry.installed().formats()) {
 *   System.out.println(format.name() + " " + format.recognises(bytes));
 * }
 * }</pre>
 *
 * <p>The page {@code docs/adding-a-format.md} has a whole format in eighty lines.
 */
package dev.weighbridge.formats.spi;

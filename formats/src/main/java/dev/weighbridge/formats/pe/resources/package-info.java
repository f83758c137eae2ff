/**
 * The resources of a PE image.
 *
 * <pre>{@code
 * for (PeResources.Resource one : PeFile.open(Path.of("app.dll")).resources().resources()) {
 *   System.out.println(one.type() + " " + one.name() + " " + one.dataSize());
 * }
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.pe.PeFile} gives them out.
 */
@NullMarked
package dev.weighbridge.formats.pe.resources;

import org.jspecify.annotations.NullMarked;

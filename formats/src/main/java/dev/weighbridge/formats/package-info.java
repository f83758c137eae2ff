/**
 * Facts: what a compiled file says, in tables that are the same for every format.
 *
 * <pre>{@code
 * BinaryFile file = FormatRegistry.installed().read("app", FileMapper.open(app));
 * for (BinaryImage image : file.images()) {
 *   System.out.println(image.machine() + ", " + image.symbols().count() + " symbols");
 *   image.sections().stream().forEach(s -> System.out.println(s.name() + " " + s.kind()));
 * }
 * file.diagnostics().forEach(defect -> System.out.println(defect.sentence()));
 * }</pre>
 *
 * <p>A reader states facts ("symbol 17 is at 0x400, section 3 covers these bytes") and draws no
 * conclusions. Every table holds columns; {@code row(i)} and {@code stream()} make objects for
 * people.
 */
@NullMarked
package dev.weighbridge.formats;

import org.jspecify.annotations.NullMarked;

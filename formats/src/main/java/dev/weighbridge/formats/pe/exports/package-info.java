/**
 * What a PE image offers to others.
 *
 * <pre>{@code
 * PeExportTable exports = PeFile.open(Path.of("app.dll")).exports();
 * exports.stream().forEach(export -> System.out.println(export.ordinal() + " " + export.name()));
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.pe.PeFile} gives them out.
 */
@NullMarked
package dev.weighbridge.formats.pe.exports;

import org.jspecify.annotations.NullMarked;

/**
 * The COFF symbols of an object or image, as columns, with their auxiliary records.
 *
 * <pre>{@code
 * PeSymbolTable symbols = PeFile.open(Path.of("app.dll")).symbolTable();
 * symbols.stream().forEach(symbol -> System.out.println(symbol.name()));
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.pe.PeFile} gives them out.
 */
@NullMarked
package dev.weighbridge.formats.pe.symbols;

import org.jspecify.annotations.NullMarked;

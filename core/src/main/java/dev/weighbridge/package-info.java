/**
 * Weighs compiled programs: every byte of an ELF, Mach-O, PE or Wasm file attributed.
 *
 * <p>Start with {@link dev.weighbridge.BinaryModel}:
 *
 * <pre>{@code
 * BinaryModel model = BinaryModel.open(path);
 * for (SizeRow row : model.bySymbol().rows()) {
 *   System.out.println(row.fileSize() + " " + row.label());
 * }
 * }</pre>
 */
package dev.weighbridge;

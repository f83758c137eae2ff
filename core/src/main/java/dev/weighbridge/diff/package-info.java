/**
 * What changed between builds.
 *
 * <pre>{@code
 * BinaryModel old = BinaryModel.open(Path.of("old/app"));
 * BinaryModel now = BinaryModel.open(Path.of("new/app"));
 * SizeDiff diff = now.since(old, SECTION, SYMBOL);
 * System.out.println(diff.delta().fileSize() + " bytes: " + diff.cause());
 * }</pre>
 *
 * <p>{@link dev.weighbridge.diff.SizeDiff} compares two {@linkplain dev.weighbridge.tree.SizeTree
 * trees} of the same dimensions, row by row; {@link dev.weighbridge.diff.BuildComparison} sets any
 * number of builds side by side.
 */
@NullMarked
package dev.weighbridge.diff;

import org.jspecify.annotations.NullMarked;

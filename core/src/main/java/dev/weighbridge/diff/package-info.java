/**
 * What changed between builds.
 *
 * <p>{@link dev.weighbridge.diff.SizeDiff} compares two {@linkplain dev.weighbridge.tree.SizeTree
 * trees} of the same dimensions, row by row; {@link dev.weighbridge.diff.BuildComparison} sets any
 * number of builds side by side.
 */
package dev.weighbridge.diff;

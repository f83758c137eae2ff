/**
 * Ways to group bytes: each turns spans into labels.
 *
 * <pre>{@code
 * BinaryModel model = BinaryModel.open(path);
 * SizeTree tree = model.by(Dimensions.SECTION, Dimensions.module(2));
 * System.out.println(tree.rows().get(0).label());
 * }</pre>
 *
 * <p>{@link dev.weighbridge.dimension.Dimensions} has the built-in ones; {@link
 * dev.weighbridge.dimension.Dimension} shows how to write another.
 */
@NullMarked
package dev.weighbridge.dimension;

import org.jspecify.annotations.NullMarked;

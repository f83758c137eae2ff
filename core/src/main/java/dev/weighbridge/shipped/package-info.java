/**
 * How files travel, and what each of their bytes costs on the way.
 *
 * <pre>{@code
 * BinaryModel travelling = model.withShipping(Shipping.compressed("gzip:9"));
 * SizeTree tree = travelling.by(List.of(Dimensions.CRATE), List.of(Measures.SHIPPED));
 * }</pre>
 *
 * <p>A byte costs the bits of the compressed file that make it, so that rows add up to the size of
 * that file. What occurs first pays, and later copies of it cost next to nothing: that is a share,
 * not what would be saved.
 */
@NullMarked
package dev.weighbridge.shipped;

import org.jspecify.annotations.NullMarked;

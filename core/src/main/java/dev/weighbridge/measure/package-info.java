/**
 * What is counted of bytes: each measure is a column of numbers, one for every span.
 *
 * <pre>{@code
 * SizeTree tree = model.by(List.of(Dimensions.CRATE), List.of(Measures.DEBUG, Measures.FILE));
 * System.out.println(tree.rows().get(0).value(Measures.DEBUG));
 * }</pre>
 *
 * <p>{@link dev.weighbridge.measure.Measures} has the built-in ones; {@link
 * dev.weighbridge.measure.Measure} shows how to write another. The first measure sorts.
 */
@NullMarked
package dev.weighbridge.measure;

import org.jspecify.annotations.NullMarked;

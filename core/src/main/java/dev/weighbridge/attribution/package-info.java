/**
 * Conclusions: whose every byte is, and how we know.
 *
 * <pre>{@code
 * Attribution attribution = BinaryModel.open(path).attribution();
 * Partition partition = attribution.partition();
 * for (int span = 0; span < partition.fileSpanCount(); span++) {
 *   if (partition.basis(span) == Basis.RESIDUAL) {
 *     System.out.println(
 *         partition.start(span) + " " + attribution.owners().text(partition.owner(span)));
 *   }
 * }
 * }</pre>
 *
 * <p>A {@link dev.weighbridge.attribution.Partition} holds the leaf spans as columns; {@link
 * dev.weighbridge.attribution.Owners} says what the ids in them mean.
 */
@NullMarked
package dev.weighbridge.attribution;

import org.jspecify.annotations.NullMarked;

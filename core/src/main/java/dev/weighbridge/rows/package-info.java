/**
 * Which rows of a list are shown by themselves, whatever the rows are of.
 *
 * <pre>{@code
 * RowLimit large = RowLimit.of(20).withSmallest(1024);
 * }</pre>
 */
@NullMarked
package dev.weighbridge.rows;

import org.jspecify.annotations.NullMarked;

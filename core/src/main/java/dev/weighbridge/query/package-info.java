/**
 * What travels with every question, whatever its dimensions and measures.
 *
 * <pre>{@code
 * Query query = model.query().withCratePolicy(CratePolicy.DEFINING);
 * SizeTree tree = new SizeTree(query, List.of(Dimensions.CRATE, Dimensions.SYMBOL));
 * System.out.println(tree.rows().get(0).label());
 * }</pre>
 */
@NullMarked
package dev.weighbridge.query;

import org.jspecify.annotations.NullMarked;

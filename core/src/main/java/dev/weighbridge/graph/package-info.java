/**
 * Who refers to whom: what keeps a function in a file, what would go with it, and what nothing
 * keeps there.
 *
 * <pre>{@code
 * Attribution attribution = model.attribution();
 * ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
 * Dominators dominators = Dominators.of(attribution);
 * for (int node : dominators.top()) {
 *   System.out.println(graph.text(node) + " keeps " + dominators.retainedSize(node) + " bytes");
 * }
 * int node = new NodeFinder(attribution).named("main")[0];
 * for (ReferencePath path : ReferencePaths.to(attribution, node).shortest(3)) {
 *   System.out.println(path.reason().text() + ":");
 *   for (ReferencePath.Step step : path.steps()) {
 *     System.out.println("  " + graph.text(step.node()));
 *   }
 * }
 * BitSet gone = new BitSet();
 * gone.set(node);
 * System.out.println(Removal.of(graph, "main", gone).fileSize() + " bytes would go");
 * }</pre>
 *
 * <p>A {@link dev.weighbridge.graph.ReferenceGraph} is made once for a file. {@link
 * dev.weighbridge.graph.Dominators} says what each node retains, {@link
 * dev.weighbridge.graph.ReferencePaths} why a node is there, {@link dev.weighbridge.graph.Removal}
 * what would go with several.
 */
@NullMarked
package dev.weighbridge.graph;

import org.jspecify.annotations.NullMarked;

/**
 * Who refers to whom: what keeps a function in a file, what would go with it, and what nothing
 * keeps there.
 *
 * <pre>{@code
 * Attribution attribution = BinaryModel.open(app).attribution();
 * ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
 * Dominators dominators = Dominators.of(attribution);
 * for (int node : dominators.top()) {
 *   console.append(graph.text(node) + " keeps " + dominators.retainedSize(node) + " bytes\n");
 * }
 * int node = new NodeFinder(attribution).named("odd")[0];
 * for (ReferencePath path : Paths.to(attribution, node).shortest(3)) {
 *   console.append(path.reason().text() + ":");
 *   for (ReferencePath.Step step : path.steps()) {
 *     console.append(" " + graph.text(step.node()));
 *   }
 *   console.append("\n");
 * }
 * BitSet gone = new BitSet();
 * gone.set(node);
 * console.append(Removal.of(graph, gone).fileSize() + " bytes would go\n");
 * }</pre>
 *
 * <p>A {@link dev.weighbridge.graph.ReferenceGraph} is made once for a file. {@link
 * dev.weighbridge.graph.Dominators} says what each node retains, {@link
 * dev.weighbridge.graph.Paths} why a node is there, {@link dev.weighbridge.graph.Removal} what
 * would go with several.
 */
package dev.weighbridge.graph;

/**
 * Who refers to whom: what keeps a function in a file, and what nothing keeps there.
 *
 * <pre>{@code
 * ReferenceGraph graph = ReferenceGraph.of(model.attribution());
 * Reachability reached = Reachability.of(graph);
 * for (int node = 0; node < graph.nodeCount(); node++) {
 *   if (!reached.isReached(node) && graph.codeSize(node) > 0) {
 *     System.out.println(graph.text(node) + ": " + graph.fileSize(node));
 *   }
 * }
 * }</pre>
 */
package dev.weighbridge.graph;

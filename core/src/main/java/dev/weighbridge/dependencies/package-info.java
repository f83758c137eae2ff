/**
 * What the dependencies of a program cost in bytes: each by itself, with all that only it brings,
 * and what features have put into the program.
 *
 * <pre>{@code
 * Dependencies dependencies = Dependencies.of(model.query().withCargo(graph));
 * for (Dependency dependency : dependencies.direct()) {
 *   System.out.println(dependency.label() + ": " + dependency.onlySize() + " bytes");
 * }
 * }</pre>
 */
@NullMarked
package dev.weighbridge.dependencies;

import org.jspecify.annotations.NullMarked;

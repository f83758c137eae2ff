/**
 * The dependencies of a program written down.
 *
 * <pre>{@code
 * Dependencies dependencies = Dependencies.of(model.query().withCargo(graph));
 * new DependenciesReport(dependencies, 20, Optional.empty()).write(OutputFormat.TEXT, console);
 * }</pre>
 */
@NullMarked
package dev.weighbridge.report.dependencies;

import org.jspecify.annotations.NullMarked;

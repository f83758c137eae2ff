/**
 * Answers about packages, written down.
 *
 * <pre>{@code
 * PackageModel jar = PackageModel.open(Path.of("lib.jar"));
 * PackageHead head = new PackageHead(jar.name(), jar.format(), jar.shippedSize());
 * new PackageLintReport(head, jar.lint()).write(OutputFormat.TEXT, console);
 * }</pre>
 */
@NullMarked
package dev.weighbridge.report.packages;

import org.jspecify.annotations.NullMarked;

/**
 * What packages hold and weigh: container images, archives, packages of systems, packed files.
 *
 * <pre>{@code
 * PackageModel image = PackageModel.open(Path.of("app-docker.tar"));
 * PackageTree tree = image.by(Dimensions.LAYER, Dimensions.ENTRY);
 * for (SizeRow layer : tree.rows()) {
 *   System.out.println(layer.label() + " " + layer.value(PackageMeasures.SHIPPED));
 * }
 * }</pre>
 *
 * <p>A package is gone through once for each question. Its entries are rows of a table; binaries
 * among them are opened one at a time and not kept.
 */
@NullMarked
package dev.weighbridge.packages;

import org.jspecify.annotations.NullMarked;

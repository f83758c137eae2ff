/**
 * What others bring: formats, rules, dimensions, measures, answers and output formats, by one
 * service in a jar of their own.
 *
 * <pre>{@code
 * Plugins plugins = Plugins.installed();
 * BinaryModel model = BinaryModel.open(app, OpenOptions.DEFAULT.withFormats(plugins.formats()));
 * List<Dimension> levels = Dimensions.parse("section", List.of(), plugins.dimensions());
 * System.out.println(model.by(levels, Measures.usual()).fileSize());
 * System.out.println(plugins.linter().lint(model.query()).findings());
 * }</pre>
 */
@NullMarked
package dev.weighbridge.plugin;

import org.jspecify.annotations.NullMarked;

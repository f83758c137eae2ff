package dev.weighbridge.plugin;

import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.spi.BinaryFormat;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.report.OutputFormat;
import java.util.List;

/**
 * The one service of a plug-in: all that it brings. Names are words of commands, so none may be
 * there already. Each method is asked once.
 *
 * <pre>{@code
 * Plugin house = new Plugin() {
 *   public List<OutputFormat> outputFormats() {
 *     return List.of(
 *         new OutputFormat(
 *             "title", "text/plain", "txt", (answer, width, out) -> out.append(answer.title())));
 *   }
 * };
 * System.out.println(Plugins.of(List.of(house)).outputFormats());
 * }</pre>
 *
 * <p>A class with a public constructor without parameters is found as a service: on the class path
 * a file {@code META-INF/services/dev.weighbridge.plugin.Plugin} names it, on the module path
 * {@code provides dev.weighbridge.plugin.Plugin with} it.
 */
public interface Plugin {
  /** Formats of files that can be weighed; none by default. */
  default List<BinaryFormat> formats() {
    return List.of();
  }

  /** Rules of lint; none by default. */
  default List<Rule> rules() {
    return List.of();
  }

  /** Words for {@code --by}; none by default. */
  default List<Dimension> dimensions() {
    return List.of();
  }

  /** Words for {@code --measure}; none by default. */
  default List<Measure> measures() {
    return List.of();
  }

  /** What a model can be asked, each with a report; none by default. */
  default List<ModelAnswer> answers() {
    return List.of();
  }

  /** Words for {@code --format}, for every report; none by default. */
  default List<OutputFormat> outputFormats() {
    return List.of();
  }
}

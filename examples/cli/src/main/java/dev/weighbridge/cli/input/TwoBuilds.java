package dev.weighbridge.cli.input;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Shippings;
import dev.weighbridge.cli.options.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Two builds that are compared, each with the side files that are of it: with those of one alone,
 * all would seem to have changed.
 *
 * @param files the two, in the order in which options that no file tells apart name theirs
 * @param one what the first is called
 * @param other what the second is called
 */
public record TwoBuilds(List<Path> files, String one, String other) {
  /**
   * Opens and weighs both, with their debug files.
   *
   * @throws InputException if one of them is no binary
   */
  public List<BinaryModel> open(OpenOptions options, Arguments arguments) throws IOException {
    if (!arguments.files(Options.CARGO_LOCK).isEmpty()
        && !arguments.files(Options.CARGO_METADATA).isEmpty()) {
      // Nothing would say which is of which build. Either option takes either kind of file.
      String expected = "one option for the files of " + one + " and of " + other;
      throw new UsageException(Options.CARGO_LOCK, expected, Options.CARGO_METADATA + " beside it");
    }
    return Input.openAll(files, Input.unpacking(arguments, options), arguments.debugFiles());
  }

  /** The same, with all else that is told of each. */
  public List<BinaryModel> told(List<BinaryModel> opened, Arguments arguments) throws IOException {
    String maps = "a map for " + one + " and one for " + other;
    List<BinaryModel> mapped = Input.withMaps(files, opened, arguments.maps(), maps);
    String both = one + " and one for " + other;
    return Shippings.besidePacked(
        Input.shipped(
            Input.withCargo(files, mapped, arguments.cargoFiles(), both), arguments, both));
  }
}

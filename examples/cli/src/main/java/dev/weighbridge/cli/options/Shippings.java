package dev.weighbridge.cli.options;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.shipped.Shipping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How what is weighed travels, from the options that say so. */
public final class Shippings {
  private Shippings() {}

  /** Whether it is told. */
  public static boolean areTold(Arguments arguments) {
    return arguments.isGiven(Options.COMPRESS) || arguments.isGiven(Options.COMPRESSED);
  }

  /** The option that tells it. */
  public static String option(Arguments arguments) {
    return arguments.isGiven(Options.COMPRESS) ? Options.COMPRESS : Options.COMPRESSED;
  }

  /**
   * How each of some files travels; none if that is not told.
   *
   * @param files what they are, for people
   */
  public static List<Shipping> of(Arguments arguments, int count, String files) throws IOException {
    String words = arguments.text(Options.COMPRESS);
    List<Path> ready = arguments.files(Options.COMPRESSED);
    if (words == null && ready.isEmpty()) {
      return List.of();
    }
    if (words != null && !ready.isEmpty()) {
      throw new UsageException(Options.COMPRESS, "one way to travel", Options.COMPRESSED + " too");
    }
    if (words != null) {
      return Collections.nCopies(count, compressed(words));
    }
    if (ready.size() != count) {
      String found = ready.size() == 1 ? "one" : Integer.toString(ready.size());
      throw new UsageException(Options.COMPRESSED, "a compressed file for " + files, found);
    }
    List<Shipping> shipping = new ArrayList<>();
    for (Path file : ready) {
      shipping.add(GivenFiles.settings(file, Shipping::as));
    }
    return shipping;
  }

  /**
   * The same models; if one of them was unpacked, the others travel as they are, so that the two
   * can be compared by what travels.
   */
  public static List<BinaryModel> besidePacked(List<BinaryModel> models) {
    if (models.stream().noneMatch(Shippings::isUnpacked)) {
      return models;
    }
    List<BinaryModel> told = new ArrayList<>();
    for (BinaryModel model : models) {
      boolean isTold = model.options().shipping().isPresent() || !model.file().hasBytes();
      told.add(isTold ? model : model.withShipping(Shipping.asItIs()));
    }
    return told;
  }

  private static boolean isUnpacked(BinaryModel model) {
    return model.query().packedSize().isPresent();
  }

  private static Shipping compressed(String words) {
    try {
      return Shipping.compressed(words);
    } catch (IllegalArgumentException e) {
      String expected = "gzip, gzip:1 to gzip:9, xz, or xz:0 to xz:9" + otherwise(words);
      throw new UsageException(Options.COMPRESS, expected, Arguments.quoted(words));
    }
  }

  /** What to do for a format that is read, but has no encoder here. */
  private static String otherwise(String words) {
    String format = words.replaceFirst(":.*", "");
    String tool =
        switch (format) {
          case "zstd", "zst" -> "zstd -19 FILE, then --compressed FILE.zst";
          case "brotli", "br" -> "brotli FILE, then --compressed FILE.br";
          default -> "";
        };
    return tool.isEmpty() ? "" : ", or the file that the tool makes: " + tool;
  }
}

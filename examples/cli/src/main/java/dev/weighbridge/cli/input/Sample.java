package dev.weighbridge.cli.input;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.bytes.Bytes;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** The program that is weighed when none is named: {@code tally}, a small one written in Rust. */
public final class Sample {
  private static final String NAME = "tally";
  private static final String PLACE = "/dev/weighbridge/cli/" + NAME;

  private Sample() {}

  /** Weighs it. */
  public static BinaryModel open(OpenOptions options) throws IOException {
    try (InputStream stream = Sample.class.getResourceAsStream(PLACE)) {
      if (stream == null) {
        throw new FileNotFoundException("sample: expected it in this jar, found it left out");
      }
      return BinaryModel.of(NAME, Bytes.of(stream.readAllBytes()), options);
    }
  }
}

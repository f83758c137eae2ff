package dev.weighbridge.benchmarks;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.bytes.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The file that is weighed: the sample of the command, or any other. */
// JMH fills its fields.
@SuppressWarnings("NullAway.Init")
@State(Scope.Benchmark)
public class InputFile {
  private static final String SAMPLE = "tally";

  /** Its path; {@code tally} is the sample. */
  @Param(SAMPLE)
  public String file;

  private Bytes sample;

  /** Takes the sample out of the jar. */
  @Setup
  public void load() throws IOException {
    try (InputStream in = InputFile.class.getResourceAsStream(SAMPLE)) {
      sample = Bytes.of(in.readAllBytes());
    }
  }

  BinaryModel open() throws IOException {
    return file.equals(SAMPLE)
        ? BinaryModel.of(SAMPLE, sample, OpenOptions.DEFAULT)
        : BinaryModel.open(Path.of(file));
  }
}
